package dev.imago.inventory;

import dev.imago.core.provider.ViewSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The views of {@code imago.inventory}. */
public final class Inventory implements ViewSource {
  private static final String FILE = "inventory.yaml";

  @Override
  public InputStream open() throws IOException {
    InputStream stream = Inventory.class.getResourceAsStream(FILE);
    if (stream == null) {
      throw new FileNotFoundException(FILE);
    }
    return stream;
  }
}
