package dev.imago.yandex;

import dev.imago.core.credential.CredentialSettings;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import dev.imago.yandex.credential.YandexCredential;
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

  @Override
  public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
    return YandexCredential.of(new CredentialSettings(NAME, settings), clock, tokens);
  }
}
