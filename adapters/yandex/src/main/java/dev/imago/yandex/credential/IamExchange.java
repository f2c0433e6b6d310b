package dev.imago.yandex.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.imago.core.credential.AccessToken;
import dev.imago.core.credential.TokenAnswer;
import dev.imago.core.credential.TokenFetch;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.credential.TokenRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Exchanges what proves an identity for an IAM token: {@code POST /iam/v1/tokens} of {@code
 * yandex.cloud.iam.v1.IamTokenService}.
 */
final class IamExchange implements TokenFetch {
  private static final MediaType CONTENT = MediaType.get("application/json");

  private final TokenPool tokens;
  private final HttpUrl url;
  private final String field;
  private final Supplier<String> proof;
  private final String advice;

  /**
   * An exchange.
   *
   * @param field the field of the request that takes the proof
   * @param proof makes it, for each token anew
   * @param advice what the user can do when it is refused
   */
  IamExchange(TokenPool tokens, HttpUrl url, String field, Supplier<String> proof, String advice) {
    this.tokens = tokens;
    this.url = url;
    this.field = field;
    this.proof = proof;
    this.advice = advice;
  }

  @Override
  public AccessToken fetch() {
    String secret = proof.get();
    Request request =
        new Request.Builder().url(url).post(RequestBody.create(body(secret), CONTENT)).build();
    TokenAnswer answer =
        tokens.client().send(new TokenRequest("yandex", request, List.of(secret), advice));
    return new AccessToken(answer.field("iamToken"), answer.time("expiresAt"));
  }

  private String body(String secret) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField(field, secret);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return body.toString();
  }
}
