package dev.imago.opentelekom;

import dev.imago.core.credential.CredentialSettings;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import dev.imago.opentelekom.credential.CloudCredential;
import dev.imago.opentelekom.credential.SignatureForm;
import java.time.Clock;

/** Open Telekom Cloud. */
public final class OpenTelekomProvider implements Provider {
  private static final String NAME = "opentelekom";
  private static final String IDENTITY_URL =
      "https://iam.{region}.otc.t-systems.com/v3/auth/tokens";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ErrorShape errorShape(String name) {
    return ServiceErrorShape.named(name);
  }

  @Override
  public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
    return CloudCredential.of(
        new CredentialSettings(NAME, settings), IDENTITY_URL, SignatureForm.DAILY, clock, tokens);
  }
}
