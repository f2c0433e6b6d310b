package dev.imago.opentelekom.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The signatures by the key itself, and by a key for a region, are those that Huawei Cloud's own
 * client makes of the same requests; those by a key for a day were computed by another program that
 * follows Open Telekom Cloud's client.
 */
class RequestSignerTest {
  private static final String HOST = "https://ims.eu-de.otc.t-systems.com";
  private static final Map<String, String> PROJECT =
      Map.of("project_id", "a4da8115c9d8464ead3a38309130523f");

  private final RequestSigner signer = signer(SignatureForm.SIMPLE, "");

  private static RequestSigner signer(SignatureForm form, String securityToken) {
    return new RequestSigner(
        new SigningKey("AKTEST", "SKTEST", form),
        securityToken,
        Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/a4da8115c9d8464ead3a38309130523f/image-server-jobs/702364883651395584,"
        + " 113258fce9f87460eccb622a7e8957f92a93c4165adee0fa3ea635df31fa5539",
    "/v2/cloudimages?__imagetype=gold&created_at=gte:2018-10-28T10:00:00Z&limit=2&name=a%20b,"
        + " b1902340ab5b4d63f8ef3a61b45031b24052a35e8b69f898e3d9904907b27f63"
  })
  void readsAreSignedAsTheCloudsClientSignsThem(String target, String signature) {
    assertThat(authorization(new Request.Builder().url(HOST + target).build()))
        .isEqualTo(
            "SDK-HMAC-SHA256 Access=AKTEST, SignedHeaders=host;x-project-id;x-sdk-date, Signature="
                + signature);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/a4da8115c9d8464ead3a38309130523f/image-server-jobs/702364883651395584,"
        + " 8f588f6c67fb7281c66931c5f27ee521a4b1aeab3c24c271204b2d122c9a66ba",
    "/v2/cloudimages?__imagetype=gold&created_at=gte:2018-10-28T10:00:00Z&limit=2&name=a%20b,"
        + " 55c9731122594bc3094934c399119a8de840e89908e844738ae38b4bb155d1c9"
  })
  void aDerivedKeyIsForOneDay(String target, String signature) {
    Request request = new Request.Builder().url(HOST + target).build();

    assertThat(signer(SignatureForm.DAILY, "").authorize(request, PROJECT).header("Authorization"))
        .isEqualTo(
            "SDK-HMAC-SHA256 Credential=AKTEST/20260101///sdk_request,"
                + " SignedHeaders=host;x-project-id;x-sdk-date, Signature="
                + signature);
  }

  @Test
  void aDerivedKeySignsTheBodyToo() {
    assertThat(
            signer(SignatureForm.DAILY, "").authorize(creation(), PROJECT).header("Authorization"))
        .endsWith("Signature=4cbeb69b5b9bee7f2f6739b29400e120c08f4de01e4c328b68f07c17a1a95c20");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/a4da8115c9d8464ead3a38309130523f/image-server-jobs/702364883651395584,"
        + " ap-southeast-1, workspace,"
        + " bad305f1d8755fb418f356a85c93fdac26072078cec180e341432d422c74cd6b",
    "/v2/cloudimages?__imagetype=gold&created_at=gte:2018-10-28T10:00:00Z&limit=2&name=a%20b,"
        + " eu-de, ims,"
        + " 092e93e40e84fde192679a91c7a360736bb6b5bd3c20bf670e0ddca001ea0750"
  })
  void aDerivedKeyMayBeForOneRegionAndService(
      String target, String region, String service, String signature) {
    Request request = new Request.Builder().url(HOST + target).build();

    assertThat(regional(request, region, service))
        .isEqualTo(
            "V11-HMAC-SHA256 Credential=AKTEST/20260101/"
                + region
                + "/"
                + service
                + ", SignedHeaders=host;x-project-id;x-sdk-date, Signature="
                + signature);
  }

  @Test
  void aKeyOfARegionNamesThatOfTheCall() {
    Request request = new Request.Builder().url(HOST + "/v2/cloudimages").build();

    assertThat(
            signer(SignatureForm.REGIONAL, "")
                .authorize(request, Map.of("region", "eu-de"))
                .header("Authorization"))
        .startsWith("V11-HMAC-SHA256 Credential=AKTEST/20260101/eu-de/, SignedHeaders=");
  }

  @Test
  void aKeyOfARegionSignsTheBodyToo() {
    assertThat(regional(creation(), "eu-de", "ims"))
        .endsWith("Signature=aa5cd6a294c9888ef07ef8f3e875c9e2c90adf2eaf242869e2af8df8cb305d3d");
  }

  private static String regional(Request request, String region, String service) {
    Request dated = signer(SignatureForm.SIMPLE, "").authorize(request, PROJECT);
    return new SigningKey("AKTEST", "SKTEST", SignatureForm.REGIONAL)
        .authorization(
            new SigningKey.Purpose("20260101T000000Z", region, service),
            CanonicalRequest.of(dated.newBuilder().removeHeader("Authorization").build()));
  }

  private static Request creation() {
    return new Request.Builder()
        .url(HOST + "/v2/cloudimages/action")
        .post(
            RequestBody.create(
                "{\"name\":\"n\",\"instance_id\":\"877a2cda\"}", MediaType.get("application/json")))
        .build();
  }

  @Test
  void theBodyIsSigned() {
    assertThat(authorization(creation()))
        .endsWith("Signature=fb5ba70432bfbfa6c0ae45254a55461fad934b3bdec3f6f35ea8ed755dd7f990");
  }

  @Test
  void whatIsSignedIsWhatIsSent() {
    Request signed =
        signer(SignatureForm.SIMPLE, "temporary")
            .authorize(
                new Request.Builder()
                    .url("http://127.0.0.1:8080/v2/cloudimages")
                    .header("User-Agent", "imago")
                    .build(),
                PROJECT);

    assertThat(signed.header("Authorization"))
        .contains("SignedHeaders=host;user-agent;x-project-id;x-sdk-date;x-security-token,");
    assertThat(signed.header("Host")).isEqualTo("127.0.0.1:8080");
    assertThat(signed.header("X-Project-Id")).isEqualTo(PROJECT.get("project_id"));
    assertThat(signed.header("X-Sdk-Date")).isEqualTo("20260101T000000Z");
    assertThat(signed.header("X-Security-Token")).isEqualTo("temporary");
    assertThat(signed.toString()).doesNotContain("SKTEST");
  }

  @Test
  void anotherProjectIsAnotherSignature() {
    Request request = new Request.Builder().url(HOST + "/v2/cloudimages").build();

    assertThat(signer.authorize(request, PROJECT).header("Authorization"))
        .isNotEqualTo(
            signer.authorize(request, Map.of("project_id", "other")).header("Authorization"));
  }

  @Test
  void signingAgainReplacesTheSignature() {
    Request once =
        signer.authorize(new Request.Builder().url(HOST + "/v2/cloudimages").build(), PROJECT);

    assertThat(once.headers("Authorization")).hasSize(1);
    assertThat(signer.renews(once, PROJECT)).isFalse();
  }

  private String authorization(Request request) {
    return String.valueOf(signer.authorize(request, PROJECT).header("Authorization"));
  }
}
