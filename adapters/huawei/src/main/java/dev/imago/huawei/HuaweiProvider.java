package dev.imago.huawei;

import dev.imago.core.credential.CredentialSettings;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import dev.imago.opentelekom.ServiceErrorShape;
import dev.imago.opentelekom.credential.CloudCredential;
import dev.imago.opentelekom.credential.SignatureForm;
import java.time.Clock;

/** Huawei Cloud. Open Telekom Cloud runs the same software, so the two share what is the same. */
public final class HuaweiProvider implements Provider {
  private static final String NAME = "huawei";
  private static final String IDENTITY_URL =
      "https://iam.{region}.myhuaweicloud.com/v3/auth/tokens";

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
        new CredentialSettings(NAME, settings),
        IDENTITY_URL,
        SignatureForm.REGIONAL,
        clock,
        tokens);
  }
}
