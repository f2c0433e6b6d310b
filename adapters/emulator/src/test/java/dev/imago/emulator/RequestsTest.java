package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.http.RecordedRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What is recorded, how requests are read, and who is let in. */
final class RequestsTest extends EmulatorTest {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final String PROD = "/compute/beta/projects/acme-prod";
  private static final String JOB =
      "/v1/projects/acme-prod/locations/us-central1/imageImports/import-debian"
          + "/imageImportJobs/job-running";

  @Test
  void recordsRequestsInOrder() throws Exception {
    client.get(PROD + "/zones?maxResults=1&filter=name%3Ax", "X-Test", "yes");
    client.get("/v3/projects:search");
    client.post(JOB + ":cancel", "{ }");

    List<RecordedRequest> requests = emulator.requests().all();
    assertThat(emulator.requests().lines())
        .containsExactly(
            "GET " + PROD + "/zones?maxResults=1&filter=name%3Ax",
            "GET /v3/projects:search",
            "POST " + JOB + ":cancel");
    assertThat(requests.get(0).headers()).containsEntry("x-test", List.of("yes"));
    assertThat(requests.get(2).body()).isEqualTo("{ }");
    emulator.requests().clear();
    assertThat(emulator.requests().all()).isEmpty();
  }

  @Test
  void forgetsTheOldestRequests() throws Exception {
    restart(EmulatorConfig.builder().requestsKept(2).build());
    client.get("/v3/projects/a1");
    client.get("/v3/projects/a2");
    client.get("/v3/projects/a3");

    assertThat(emulator.requests().lines())
        .containsExactly("GET /v3/projects/a2", "GET /v3/projects/a3");
  }

  @Test
  void recordsNoCredentials() throws Exception {
    client.get(
        "/v3/projects:search?access_token=secret&key=secret", "Authorization", "Bearer secret");

    RecordedRequest request = emulator.requests().all().get(0);
    assertThat(request.target()).isEqualTo("/v3/projects:search?access_token=***&key=***");
    assertThat(request.headers()).containsEntry("Authorization", List.of("Bearer ***"));
  }

  @Test
  void readsCompressedAndChunkedBodies() throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    // A publisher of unknown length makes the client send the body in chunks.
    EmulatorClient.Answer answer =
        client.send(
            "POST",
            JOB + ":cancel",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(compressed.toByteArray())),
            "Content-Encoding",
            "gzip");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(emulator.requests().all().get(0).body()).isEqualTo("{}");
    assertThat(emulator.requests().all().get(0).headers())
        .containsEntry("transfer-encoding", List.of("chunked"));
  }

  @Test
  void compressesAnswersWhenAskedTo() throws Exception {
    restart(EmulatorConfig.builder().compressing(true).build());

    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(emulator.baseUrl() + PROD + "/zones"))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(client.get(PROD + "/zones").text());
    }
  }

  @Test
  void keepsConnectionsOpen() throws Exception {
    String request =
        "GET /v3/projects/acme-dev?fields=projectId HTTP/1.1\r\nHost: emulator\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getByAddress(LOOPBACK), emulator.port())) {
      for (int i = 0; i < 3; i++) {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(readUntil(socket.getInputStream(), '}'))
            .startsWith("HTTP/1.1 200 OK")
            .endsWith("{\"projectId\":\"acme-dev\"}");
      }
    }
  }

  private static String readUntil(InputStream in, char last) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int each = in.read(); each >= 0; each = in.read()) {
      text.append((char) each);
      if (each == last) {
        break;
      }
    }
    return text.toString();
  }

  @Test
  void obeysTheMethodInTheHeader() throws Exception {
    EmulatorClient.Answer overridden =
        client.post(PROD + "/zones", "", "x-http-method-override", "GET");

    assertThat(overridden.names()).hasSize(4);
    assertThat(client.post(PROD + "/zones", "").status()).isEqualTo(405);
  }

  @Test
  void asksForAValidToken() throws Exception {
    restart(EmulatorConfig.builder().validTokens("good").build());

    EmulatorClient.Answer none = client.get(PROD + "/zones");
    EmulatorClient.Answer wrong = client.get(PROD + "/zones", "Authorization", "Bearer bad");

    assertThat(none.status()).isEqualTo(401);
    assertThat(none.response().headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(none.error()).startsWith("Request is missing required authentication credential.");
    assertThat(none.json().at("/error/status").asText()).isEqualTo("UNAUTHENTICATED");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.error()).startsWith("Request had invalid authentication credentials.");
    assertThat(client.get(PROD + "/zones", "Authorization", "Bearer good").status()).isEqualTo(200);
    assertThat(client.get("/v3/projects:search?access_token=good").status()).isEqualTo(200);
  }

  @Test
  void capsPagesAndBeginsWithAnEmptyOne() throws Exception {
    restart(EmulatorConfig.builder().mostRowsPerPage(3).emptyFirstPages(true).build());

    EmulatorClient.Answer empty = client.get(PROD + "/zones");
    String token = empty.json().path("nextPageToken").asText();

    assertThat(empty.json().has("items")).isFalse();
    assertThat(empty.json().at("/warning/code").asText()).isEqualTo("NO_RESULTS_ON_PAGE");
    assertThat(client.get(PROD + "/zones?pageToken=" + token).names()).hasSize(3);
  }

  @Test
  void tellsTheDriverWhereItIs() {
    assertThat(emulator.demoDefaults())
        .containsEntry("google.compute.url", emulator.baseUrl() + "/compute/beta")
        .containsEntry("google.vmmigration.url", emulator.baseUrl() + "/v1")
        .containsEntry("google.cloudresourcemanager.url", emulator.baseUrl() + "/v3")
        .containsEntry("google.auth", "none")
        .containsEntry("google.project", "acme-prod,acme-dev");
    assertThat(emulator.serviceUrls()).doesNotContainKey("google.project");
    assertThat(emulator.clock().instant()).isEqualTo(EmulatorConfig.DEMO_TIME);
  }
}
