package dev.imago.emulator.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that huaweicloud-sdk-core 3.1.143 has made. */
final class SignaturesTest {
  private static final String PROJECT = "a4da8115c9d8464ead3a38309130523f";
  private static final String NAMES = "host;x-project-id;x-sdk-date";
  private static final Instant SIGNED = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BODY = "{\"name\":\"n\",\"instance_id\":\"877a2cda\"}";
  private static final String POSTED =
      "fb5ba70432bfbfa6c0ae45254a55461fad934b3bdec3f6f35ea8ed755dd7f990";

  private static final String POSTED_V11 =
      "aa5cd6a294c9888ef07ef8f3e875c9e2c90adf2eaf242869e2af8df8cb305d3d";

  private final Signatures signatures = at(SIGNED);

  @Test
  void takesThatOfAPath() {
    check(
        signatures,
        request("GET", "v1/" + PROJECT + "/image-server-jobs/702364883651395584", Map.of(), ""),
        "113258fce9f87460eccb622a7e8957f92a93c4165adee0fa3ea635df31fa5539");
  }

  @Test
  void takesThatOfAQuery() {
    Map<String, List<String>> query =
        Map.of(
            "__imagetype", List.of("gold"),
            "created_at", List.of("gte:2018-10-28T10:00:00Z"),
            "limit", List.of("2"),
            "name", List.of("a b"));

    check(
        signatures,
        request("GET", "v2/cloudimages", query, ""),
        "b1902340ab5b4d63f8ef3a61b45031b24052a35e8b69f898e3d9904907b27f63");
  }

  @Test
  void takesThatOfABody() {
    check(signatures, request("POST", "v2/cloudimages/action", Map.of(), BODY), POSTED);
  }

  /** The key is derived step by step, as Open Telekom Cloud's own client does it. */
  @ParameterizedTest
  @ValueSource(strings = {"20260101/eu-de/ims/sdk_request", "20260101///sdk_request"})
  void takesThatOfADerivedKey(String scope) {
    Request unsigned = request("GET", "v2/cloudimages", Map.of(), "");
    String canonical =
        "GET\n/v2/cloudimages/\n\nhost:ims.eu-de.otc.t-systems.com\nx-project-id:"
            + PROJECT
            + "\nx-sdk-date:20260101T000000Z\n\n"
            + NAMES
            + "\n"
            + Hmac.hexDigest("");
    byte[] key = "SDKSKTEST".getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = Hmac.of(key, part);
    }
    String signature =
        Hmac.hex(
            key, "SDK-HMAC-SHA256\n20260101T000000Z\n" + scope + "\n" + Hmac.hexDigest(canonical));
    String header =
        "SDK-HMAC-SHA256 Credential=AKTEST/%s, SignedHeaders=%s, Signature=%s"
            .formatted(scope, NAMES, signature);

    assertThat(signatures.problem(with(unsigned, header))).isEmpty();
    assertRefused(
        signatures,
        with(unsigned, header.replace("AKTEST/20260101/", "AKTEST/20260102/")),
        "the signature has expired");
  }

  /** The region and the service are what the client was told. */
  @ParameterizedTest
  @CsvSource({
    "eu-de, ims, ''",
    "eu-nl, ims, verify aksk signature fail",
    "eu-de, evs, verify aksk signature fail"
  })
  void takesThatOfAKeyForARegion(String region, String service, String problem) {
    Request posted = request("POST", "v2/cloudimages/action", Map.of(), BODY);
    String header =
        "V11-HMAC-SHA256 Credential=AKTEST/20260101/%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(region, service, NAMES, POSTED_V11);

    if (problem.isEmpty()) {
      assertThat(signatures.problem(with(posted, header))).isEmpty();
    } else {
      assertRefused(signatures, with(posted, header), problem);
    }
    assertRefused(
        signatures,
        with(posted, header.replace("/20260101/", "/20251231/")),
        "the signature has expired");
    assertRefused(
        at(SIGNED.plus(Duration.ofMinutes(16))), with(posted, header), "the signature has expired");
    assertRefused(
        signatures,
        with(posted, header.replace("/" + region + "/", "//")),
        "the signature is malformed");
    assertRefused(
        signatures,
        with(posted, header.replace("AKTEST", "AKOTHER")),
        "Get secretKey failed,ak:AKOTHER");
  }

  @ParameterizedTest
  @CsvSource({
    "-901, the signature has expired",
    "901, the signature has expired",
    "-899, ''",
    "899, ''"
  })
  void goesByTheClock(long seconds, String problem) {
    Signatures later = at(SIGNED.plus(Duration.ofSeconds(seconds)));
    Request posted = request("POST", "v2/cloudimages/action", Map.of(), BODY);

    if (problem.isEmpty()) {
      check(later, posted, POSTED);
    } else {
      assertRefused(later, signed(posted, POSTED), problem);
    }
  }

  @Test
  void leavesBodiesOutThatAreUnsigned() {
    Request unsigned = request("PATCH", "v2/images/x", Map.of(), "[]");
    unsigned.headers().put("X-Sdk-Content-Sha256", List.of("UNSIGNED-PAYLOAD"));
    String names = "host;x-project-id;x-sdk-content-sha256;x-sdk-date";
    String canonical =
        "PATCH\n/v2/images/x/\n\nhost:ims.eu-de.otc.t-systems.com\nx-project-id:"
            + PROJECT
            + "\nx-sdk-content-sha256:UNSIGNED-PAYLOAD\nx-sdk-date:20260101T000000Z\n\n"
            + names
            + "\nUNSIGNED-PAYLOAD";
    String signature =
        Hmac.hex(
            "SKTEST".getBytes(StandardCharsets.UTF_8),
            "SDK-HMAC-SHA256\n20260101T000000Z\n" + Hmac.hexDigest(canonical));

    assertThat(signatures.problem(with(unsigned, header("AKTEST", names, signature)))).isEmpty();
  }

  @Test
  void refusesWhatWasChangedAfterwards() {
    Request posted = request("POST", "v2/cloudimages/action", Map.of(), BODY);

    assertRefused(
        signatures,
        signed(request("PUT", "v2/cloudimages/action", Map.of(), BODY), POSTED),
        "verify aksk signature fail");
    assertRefused(
        signatures,
        signed(request("POST", "v2/cloudimages/action", Map.of(), BODY + " "), POSTED),
        "verify aksk signature fail");
    assertRefused(
        signatures,
        with(posted, header("AKOTHER", NAMES, POSTED)),
        "Get secretKey failed,ak:AKOTHER,err:ak not exist");
    assertRefused(
        signatures,
        with(posted, header("AKTEST", "host;x-missing", POSTED)),
        "verify aksk signature fail");
    assertRefused(signatures, with(posted, "SDK-HMAC-SHA256 AKTEST"), "the signature is malformed");
  }

  private static Signatures at(Instant now) {
    User user = new User("id", "builder", "password", "AKTEST", "SKTEST");
    return new Signatures(user, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void check(Signatures signatures, Request request, String signature) {
    assertThat(signatures.problem(signed(request, signature))).isEmpty();
  }

  private static void assertRefused(Signatures signatures, Request request, String problem) {
    assertThat(signatures.problem(request))
        .hasValueSatisfying(why -> assertThat(why).startsWith(problem));
  }

  private static Request signed(Request request, String signature) {
    return with(request, header("AKTEST", NAMES, signature));
  }

  private static String header(String accessKey, String names, String signature) {
    return "SDK-HMAC-SHA256 Access=%s, SignedHeaders=%s, Signature=%s"
        .formatted(accessKey, names, signature);
  }

  private static Request request(
      String method, String path, Map<String, List<String>> query, String body) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Host", List.of("ims.eu-de.otc.t-systems.com"));
    headers.put("X-Project-Id", List.of(PROJECT));
    headers.put("X-Sdk-Date", List.of("20260101T000000Z"));
    return new Request(method, "/" + path, "", List.of(path.split("/", -1)), query, headers, body);
  }

  private static Request with(Request request, String authorization) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    headers.put("Authorization", List.of(authorization));
    return new Request(
        request.method(),
        request.path(),
        request.query(),
        request.segments(),
        request.parameters(),
        headers,
        request.body());
  }
}
