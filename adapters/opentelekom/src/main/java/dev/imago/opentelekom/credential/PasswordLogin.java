package dev.imago.opentelekom.credential;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.imago.core.credential.AccessToken;
import dev.imago.core.credential.TokenAnswer;
import dev.imago.core.credential.TokenClient;
import dev.imago.core.credential.TokenIdentity;
import dev.imago.core.credential.TokenRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * A user who logs in with a password: {@code POST /v3/auth/tokens} of OpenStack's identity service,
 * whose answer has the token in the header {@code X-Subject-Token}.
 */
final class PasswordLogin {
  private static final MediaType CONTENT = MediaType.get("application/json;charset=utf8");

  private final String provider;
  private final String user;
  private final String password;
  private final String domain;

  /**
   * A user.
   *
   * @param provider the cloud's name
   * @param domain the name of the domain that the user is in
   */
  PasswordLogin(String provider, String user, String password, String domain) {
    this.provider = provider;
    this.user = user;
    this.password = password;
    this.domain = domain;
  }

  String provider() {
    return provider;
  }

  TokenIdentity identity(HttpUrl url, String project) {
    return TokenIdentity.of(provider, url.toString(), user, password, domain, project);
  }

  /** A token that is good for the project. */
  AccessToken fetch(TokenClient client, HttpUrl url, String project) {
    Request request =
        new Request.Builder()
            // The services' addresses are known; the answer is ten times as long with them.
            .url(url.newBuilder().addQueryParameter("nocatalog", "true").build())
            .post(RequestBody.create(body(project), CONTENT))
            .build();
    TokenAnswer answer =
        client.send(
            new TokenRequest(
                provider,
                request,
                List.of(password),
                String.join(
                    ", ",
                    "check " + provider + ".username",
                    provider + ".password",
                    provider + ".domain",
                    provider + ".auth.url and the project " + project)));
    return new AccessToken(answer.header("X-Subject-Token"), answer.time("token.expires_at"));
  }

  private String body(String project) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(body)) {
      json.writeStartObject();
      json.writeObjectFieldStart("auth");
      writeIdentity(json);
      json.writeObjectFieldStart("scope");
      json.writeObjectFieldStart("project");
      json.writeStringField("id", project);
      // The generator closes what is open.
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return body.toString();
  }

  private void writeIdentity(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("identity");
    json.writeArrayFieldStart("methods");
    json.writeString("password");
    json.writeEndArray();
    json.writeObjectFieldStart("password");
    json.writeObjectFieldStart("user");
    json.writeStringField("name", user);
    json.writeStringField("password", password);
    json.writeObjectFieldStart("domain");
    json.writeStringField("name", domain);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }
}
