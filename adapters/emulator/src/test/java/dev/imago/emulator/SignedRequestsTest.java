package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where tokens are asked for, signatures open the doors as well. */
final class SignedRequestsTest extends EmulatorTest {
  private static final String QUOTA = "/opentelekom/ims/eu-de/v1/cloudimages/quota";
  private static final String SERVERS =
      "/huawei/workspace/ap-southeast-1/v1/a4da8115c9d8464ead3a38309130523f/image-servers";

  @BeforeEach
  void startWithClosedDoors() throws Exception {
    restart(EmulatorConfig.builder().validTokens("good").build());
  }

  @Test
  void refusesBadSignatures() throws Exception {
    assertRefused(
        "AKOTHER", "20260615T120000Z", "Get secretKey failed,ak:AKOTHER,err:ak not exist");
    assertRefused("AKTEST", "20260101T000000Z", "the signature has expired");
    assertRefused("AKTEST", "20260615T120000Z", "verify aksk signature fail");
  }

  private void assertRefused(String accessKey, String date, String problem) throws Exception {
    for (String target : new String[] {QUOTA, SERVERS}) {
      EmulatorClient.Answer answer =
          client.get(
              target,
              "X-Sdk-Date",
              date,
              "Authorization",
              "SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=%s"
                  .formatted(accessKey, "0".repeat(64)));

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().path("error_code").asText()).isEqualTo("APIGW.0301");
      assertThat(answer.json().path("error_msg").asText())
          .startsWith("Incorrect IAM authentication information: " + problem);
    }
  }

  @Test
  void stillTakesTokens() throws Exception {
    assertThat(client.get(SERVERS, "X-Auth-Token", "good").status()).isEqualTo(200);
    assertThat(client.get(SERVERS, "X-Auth-Token", "bad").status()).isEqualTo(401);
    assertThat(client.get(SERVERS).status()).isEqualTo(401);
  }
}
