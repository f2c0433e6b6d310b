package dev.imago.core.property;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The file that {@code config} names: Java's .properties format in UTF-8. */
final class ConfigFile {
  private ConfigFile() {}

  /**
   * The values by property name.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when there is no such file or it cannot
   *     be read
   */
  static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw invalid("there is no file \"" + file + "\"", e);
    } catch (IOException | IllegalArgumentException e) {
      throw invalid("the file \"" + file + "\" cannot be read: " + e.getMessage(), e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
    return values;
  }

  private static ImagoException invalid(String why, Exception cause) {
    return new ImagoException(ErrorCode.INVALID_VALUE, "config: " + why, cause);
  }
}
