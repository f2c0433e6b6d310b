package dev.imago.core.provider;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/**
 * A cloud. Found by {@link java.util.ServiceLoader}; its descriptions are resources beside its
 * class: {@code provider.yaml}, and {@code <service>.yaml} for each service that it names.
 */
public interface Provider {

  /** The name, as SQL has it. */
  String name();

  /**
   * Opens one of the description files.
   *
   * @throws IOException when there is no such file
   */
  default InputStream open(String file) throws IOException {
    InputStream stream = getClass().getResourceAsStream(file);
    if (stream == null) {
      throw new FileNotFoundException(file);
    }
    return stream;
  }

  /**
   * The error shape of that name.
   *
   * @throws IllegalArgumentException for a name that the provider does not know
   */
  ErrorShape errorShape(String name);

  /**
   * The credential that the settings ask for. Nothing is sent and no file is opened yet.
   *
   * @param clock by which what it gives expires
   * @param tokens shares access tokens with the process's other engines
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#UNAUTHENTICATED} when the settings are incomplete, with the
   *     name of the property that is missing
   */
  Authenticator authenticator(Settings settings, Clock clock, TokenPool tokens);
}
