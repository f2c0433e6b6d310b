package dev.imago.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of the driver, as the build wrote it down.
 *
 * @param text the whole version: 1.2.3
 * @param major its first number
 * @param minor its second number
 */
public record ProductVersion(String text, int major, int minor) {

  /** The version of this build. */
  public static ProductVersion current() {
    Properties properties = new Properties();
    try (InputStream resource = ProductVersion.class.getResourceAsStream("version.properties")) {
      properties.load(resource);
    } catch (IOException failure) {
      throw new UncheckedIOException("the driver's version cannot be read", failure);
    }
    return parse(properties.getProperty("version"));
  }

  static ProductVersion parse(String text) {
    String[] numbers = text.split("[.-]", 3);
    return new ProductVersion(text, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
