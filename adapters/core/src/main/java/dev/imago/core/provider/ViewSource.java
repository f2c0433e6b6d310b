package dev.imago.core.provider;

import java.io.IOException;
import java.io.InputStream;

/** Views over the tables of providers. Found by {@link java.util.ServiceLoader}. */
public interface ViewSource {

  /**
   * Opens the file that defines them.
   *
   * @throws IOException when it cannot be read
   */
  InputStream open() throws IOException;
}
