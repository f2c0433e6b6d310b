package dev.imago.core.credential;

import dev.imago.core.http.Authenticator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;

/**
 * Sends a token in a header.
 *
 * @param source gives the token
 * @param header the header's name
 * @param scheme what stands in the header before the token: {@code "Bearer "}; may be empty
 */
public record TokenAuthenticator(TokenSource source, String header, String scheme)
    implements Authenticator {
  private static final String BEARER = "Bearer ";

  /** Sends the token as OAuth has it: {@code Authorization: Bearer ...}. */
  public static TokenAuthenticator bearer(TokenSource source) {
    return new TokenAuthenticator(source, "Authorization", BEARER);
  }

  /** Sends one and the same token, which the user has brought along, in that way. */
  public static Authenticator bearer(String token) {
    return (request, parameters) ->
        request.newBuilder().header("Authorization", BEARER + token).build();
  }

  @Override
  public CompletableFuture<?> ready(Map<String, String> parameters) {
    return source.ready();
  }

  @Override
  public Request authorize(Request request, Map<String, String> parameters) {
    AccessToken token = source.token();
    Request.Builder authorized = request.newBuilder().header(header, scheme + token.value());
    token.headers().forEach(authorized::header);
    return authorized.build();
  }

  @Override
  public boolean renews(Request refused, Map<String, String> parameters) {
    Optional.ofNullable(refused.header(header))
        .map(value -> value.substring(scheme.length()))
        .ifPresent(source::refused);
    return true;
  }
}
