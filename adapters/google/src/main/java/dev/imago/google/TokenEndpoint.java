package dev.imago.google;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.CredentialTransport;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where a credential is exchanged for a token.
 *
 * @param replacement replaces what the credential's file says
 */
record TokenEndpoint(Optional<URI> replacement) {

  /**
   * The endpoint to use.
   *
   * @param ofFile what the credential's file says
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when the credential would travel in
   *     clear
   */
  URI of(URI ofFile) {
    URI used = replacement.orElse(ofFile);
    HttpUrl url = HttpUrl.get(used);
    if (url == null || !CredentialTransport.isPrivate(url)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          "no token is asked of "
              + used.getHost()
              + " in clear: google.auth.url, or else token_uri in the credential file, must begin"
              + " with https://, or name this machine");
    }
    return used;
  }
}
