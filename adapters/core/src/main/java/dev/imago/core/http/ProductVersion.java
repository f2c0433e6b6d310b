package dev.imago.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, which the build writes beside this class. */
public final class ProductVersion {
  private static final String RESOURCE = "version.properties";

  private ProductVersion() {}

  /** The version: {@code 0.1.0}. */
  public static String read() {
    try (InputStream resource = ProductVersion.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the build has no " + RESOURCE);
      }
      Properties properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
