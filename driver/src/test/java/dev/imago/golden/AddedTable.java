package dev.imago.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/**
 * A provider with a further table: one of its files has more at its end.
 *
 * @param file the file's name
 * @param addition the further lines
 */
record AddedTable(Provider provider, String file, String addition) implements Provider {
  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public InputStream open(String name) throws IOException {
    InputStream content = provider.open(name);
    if (!name.equals(file)) {
      return content;
    }
    try (content) {
      String extended = new String(content.readAllBytes(), UTF_8) + "\n" + addition;
      return new ByteArrayInputStream(extended.getBytes(UTF_8));
    }
  }

  @Override
  public ErrorShape errorShape(String name) {
    return provider.errorShape(name);
  }

  @Override
  public Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens) {
    return provider.authenticator(settings, clock, tokens);
  }
}
