package dev.imago.emulator.google;

import dev.imago.emulator.http.Request;
import dev.imago.emulator.identity.IssuedTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which access tokens open the doors.
 *
 * @param valid the tokens that are good; any token, or none, when the set is empty
 * @param issued those that the cloud has given away, which are good as well
 */
public record AccessTokens(Set<String> valid, IssuedTokens issued) {
  private static final String EXPECTED =
      "Expected OAuth 2 access token, login cookie or other valid authentication credential. See"
          + " https://developers.google.com/identity/sign-in/web/devconsole-project.";

  public AccessTokens {
    valid = Set.copyOf(valid);
  }

  /**
   * Lets a request pass that carries a good token.
   *
   * @throws GoogleFailure 401 when it does not
   */
  void check(Request request) {
    if (valid.isEmpty()) {
      return;
    }
    String token =
        request
            .header("Authorization")
            .filter(header -> header.startsWith("Bearer "))
            .map(header -> header.substring("Bearer ".length()))
            .orElseGet(() -> parameter(request));
    if (token.isEmpty()) {
      throw refused(
          "Request is missing required authentication credential. ", "CREDENTIALS_MISSING");
    }
    if (!valid.contains(token) && !issued.isGood(token)) {
      throw refused(
          "Request had invalid authentication credentials. ", "ACCESS_TOKEN_TYPE_UNSUPPORTED");
    }
  }

  private static String parameter(Request request) {
    return String.join("", request.parameters().getOrDefault("access_token", List.of()));
  }

  private static GoogleFailure refused(String what, String reason) {
    return GoogleFailure.of(FailureKind.UNAUTHENTICATED, what + EXPECTED)
        .withErrorInfo(reason, "googleapis.com", Map.of());
  }
}
