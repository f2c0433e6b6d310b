package dev.imago.yandex.credential;

import dev.imago.core.credential.AccessToken;
import dev.imago.core.credential.TokenAnswer;
import dev.imago.core.credential.TokenFetch;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.credential.TokenRequest;
import java.time.Clock;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Asks the metadata service of the machine for a token of the service account that the machine has.
 *
 * @param url whole
 */
record MachineToken(TokenPool tokens, HttpUrl url, Clock clock) implements TokenFetch {

  @Override
  public AccessToken fetch() {
    Request request = new Request.Builder().url(url).header("Metadata-Flavor", "Google").build();
    TokenAnswer answer =
        tokens
            .client()
            .send(
                new TokenRequest(
                    "yandex",
                    request,
                    List.of(),
                    "only a machine of Yandex Cloud has this service, and only with a service"
                        + " account linked to it does it give tokens"));
    return new AccessToken(
        answer.field("access_token"), clock.instant().plus(answer.seconds("expires_in")));
  }
}
