package dev.imago.core.provider;

import dev.imago.core.http.Authenticator;
import dev.imago.core.http.ErrorShape;
import dev.imago.core.property.Settings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

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
   * The credential that the settings ask for.
   *
   * @throws dev.imago.core.error.ImagoException when the settings are incomplete
   */
  Authenticator authenticator(Settings settings);
}
