package dev.imago.core.credential;

/** Gets a new token from whoever gives it. */
@FunctionalInterface
public interface TokenFetch {

  /**
   * Gets a token; takes as long as a call or two.
   *
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#UNAUTHENTICATED} when it is refused; {@link
   *     dev.imago.core.error.ErrorCode#CANNOT_CONNECT} when who gives it cannot be reached. No
   *     message holds a secret
   */
  AccessToken fetch();
}
