package dev.imago.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.credential.AccessToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The token of the machine, in a process whose environment says where the machine is asked. */
@Timeout(120)
class MachineTokenTest {
  @TempDir Path home;

  /** The process, which prints its token. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) {
      AccessToken token =
          new CredentialToken(
                  new ApplicationDefaultCredentials(
                      Optional.empty(), new TokenEndpoint(Optional.empty())),
                  Clock.systemUTC(),
                  "check it")
              .fetch();
      System.out.println("token " + token.value());
    }
  }

  @Test
  void isTheDefaultWhereThereIsNoFile() throws Exception {
    try (MockWebServer machine = new MockWebServer()) {
      machine.setDispatcher(new Machine());
      machine.start();

      assertThat(printed("127.0.0.1:" + machine.getPort())).contains("token t-machine");
    }
  }

  private String printed(String host) throws IOException, InterruptedException {
    ProcessBuilder asking =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName())
            .redirectErrorStream(true);
    Map<String, String> environment = asking.environment();
    environment.keySet().removeIf(name -> name.startsWith("GOOGLE_"));
    environment.remove("NO_GCE_CHECK");
    environment.put("CLOUDSDK_CONFIG", home.toString());
    environment.put("GCE_METADATA_HOST", host);
    Process process = asking.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  /** The service of the machine. */
  private static final class Machine extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      MockResponse.Builder answer =
          new MockResponse.Builder().setHeader("Metadata-Flavor", "Google");
      if (!"Google".equals(request.getHeaders().get("Metadata-Flavor"))) {
        return answer.code(403).build();
      }
      String target = request.getTarget();
      answer.setHeader("Content-Type", "application/json");
      if (target.contains("/service-accounts/default/token")) {
        answer.body("{\"access_token\": \"t-machine\", \"expires_in\": 3600}");
      } else if (target.contains("/service-accounts/?recursive")) {
        answer.body("{\"default\": {\"email\": \"machine@acme.example\"}}");
      }
      return answer.build();
    }
  }
}
