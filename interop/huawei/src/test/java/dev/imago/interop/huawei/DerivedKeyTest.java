package dev.imago.interop.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huaweicloud.sdk.core.HttpListener;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.core.http.HttpConfig;
import com.huaweicloud.sdk.core.region.Region;
import com.huaweicloud.sdk.ims.v2.ImsClient;
import com.huaweicloud.sdk.ims.v2.model.ListImagesRequest;
import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client signs by a key that is derived for a day, a region and a service. */
final class DerivedKeyTest {
  private static final String REGION = "ap-southeast-1";

  private final List<String> sent = new ArrayList<>();
  private Emulator emulator;

  @BeforeEach
  void start() throws IOException {
    // Without a good signature nothing is answered.
    emulator =
        Emulator.start(
            EmulatorConfig.builder().validTokens("none").clock(Clock.systemUTC()).build());
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void isTaken() {
    assertThat(client("SKTEST").listImages(new ListImagesRequest()).getImages()).hasSize(10);

    assertThat(sent)
        .singleElement()
        .asString()
        .startsWith("V11-HMAC-SHA256 Credential=AKTEST/")
        .contains("/" + REGION + "/ims, SignedHeaders=");
  }

  @Test
  void isRefusedWhenItIsOfAnotherSecret() {
    ImsClient other = client("SKOTHER");

    assertThatThrownBy(() -> other.listImages(new ListImagesRequest()))
        .isInstanceOf(ClientRequestException.class)
        .hasMessageContaining("verify aksk signature fail");
  }

  private ImsClient client(String secretKey) {
    return ImsClient.newBuilder()
        .withCredential(
            new BasicCredentials()
                .withAk("AKTEST")
                .withSk(secretKey)
                .withProjectId("a4da8115c9d8464ead3a38309130523f")
                .withDerivedPredicate(request -> true))
        .withDerivedAuthServiceName("ims")
        .withHttpConfig(
            HttpConfig.getDefaultHttpConfig()
                .addHttpListener(
                    HttpListener.forRequestListener(
                        request -> sent.addAll(request.headers().get("Authorization")))))
        .withRegion(new Region(REGION, emulator.baseUrl() + "/huawei/ims/" + REGION))
        .build();
  }
}
