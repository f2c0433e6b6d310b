package dev.imago.yandex;

import dev.imago.core.credential.TokenAuthenticator;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import java.time.Clock;

/** Yandex Cloud. */
public final class YandexProvider implements Provider {
  private static final String NAME = "yandex";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ErrorShape errorShape(String name) {
    if (!name.equals("status")) {
      throw new IllegalArgumentException(name);
    }
    return new StatusShape();
  }

  /**
   * The credential that {@code yandex.auth} names. The settings hold no other kind than those of
   * provider.yaml.
   */
  @Override
  public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
    String kind = settings.text(NAME, ConnectionProperty.AUTH);
    return switch (kind) {
      case "none" -> (request, parameters) -> request;
      case "token" -> bearer(settings.text(NAME, ConnectionProperty.TOKEN));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Authenticator bearer(String token) {
    if (token.isEmpty()) {
      throw new ImagoException(
          ErrorCode.UNAUTHENTICATED,
          "yandex.auth=token needs the property yandex.token, an IAM token such as"
              + " \"yc iam create-token\" gives");
    }
    return TokenAuthenticator.bearer(token);
  }
}
