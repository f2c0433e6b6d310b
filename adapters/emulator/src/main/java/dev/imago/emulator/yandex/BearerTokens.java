package dev.imago.emulator.yandex;

import dev.imago.emulator.http.Request;
import dev.imago.emulator.identity.IssuedTokens;
import java.util.Optional;
import java.util.Set;

/**
 * Which IAM tokens open the doors.
 *
 * @param valid the tokens that are good; any token, or none, when the set is empty
 * @param issued those that the cloud has given away, which are good as well
 */
record BearerTokens(Set<String> valid, IssuedTokens issued) {
  private static final String SCHEME = "Bearer ";

  BearerTokens {
    valid = Set.copyOf(valid);
  }

  /**
   * Lets a request pass that carries a good token.
   *
   * @throws YandexFailure {@link RpcCode#UNAUTHENTICATED} when it does not
   */
  void check(Request request) {
    if (valid.isEmpty()) {
      return;
    }
    Optional<String> header = request.header("Authorization");
    if (header.isEmpty()) {
      throw new YandexFailure(
          RpcCode.UNAUTHENTICATED, "The Authorization header with an IAM token is missing.");
    }
    String token = header.get().startsWith(SCHEME) ? header.get().substring(SCHEME.length()) : "";
    if (!valid.contains(token) && !issued.isGood(token)) {
      throw new YandexFailure(RpcCode.UNAUTHENTICATED, "Token is invalid or has expired.");
    }
  }
}
