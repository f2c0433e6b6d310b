package dev.imago.opentelekom;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;

/**
 * The credentials of clouds whose identity service is Keystone: a token of a project goes into the
 * header {@code X-Auth-Token}.
 */
public final class TokenCredential {
  private TokenCredential() {}

  /**
   * The credential that {@code <provider>.auth} names. The settings hold no other kind than those
   * of provider.yaml.
   *
   * @throws ImagoException {@link ErrorCode#UNAUTHENTICATED} when the token is not set
   */
  public static Authenticator of(String provider, Settings settings) {
    String kind = settings.text(provider, ConnectionProperty.AUTH);
    return switch (kind) {
      case "none" -> (request, parameters) -> request;
      case "token" -> token(provider, settings.text(provider, ConnectionProperty.TOKEN));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Authenticator token(String provider, String token) {
    if (token.isEmpty()) {
      throw new ImagoException(
          ErrorCode.UNAUTHENTICATED,
          provider
              + ".auth=token needs the property "
              + provider
              + ".token, a token of the project as the identity service gives it in the header"
              + " X-Subject-Token");
    }
    return (request, parameters) -> request.newBuilder().header("X-Auth-Token", token).build();
  }
}
