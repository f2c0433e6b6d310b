package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every getter and setter makes of every type, written down in two files. Neither the zone of
 * the JVM nor its language changes a line. {@code -Dgolden.update=true} writes the files anew, to
 * be read and judged before they are committed.
 */
@Timeout(120)
class TypeMatrixTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "dev", "imago", "jdbc");

  private final Locale language = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void putBack() {
    Locale.setDefault(language);
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, America/St_Johns",
    "ar-EG-u-nu-arab, Asia/Kathmandu",
    "hi-IN-u-nu-deva, Pacific/Kiritimati",
    "en-US, UTC"
  })
  void everyTypeIsReadAndSetTheSameWayEverywhere(String tag, String zoneName)
      throws IOException, SQLException, ReflectiveOperationException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    TimeZone.setDefault(TimeZone.getTimeZone(zoneName));
    try (Connection connection =
        new ImagoDataSource(new ImagoDriver(null, Map.of())).getConnection()) {
      check("reads.txt", new TypeReads(connection).text());
      check("sets.txt", new TypeSets(connection).text());
    }
  }

  private static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    } else {
      assertThat(text).isEqualTo(Files.readString(file));
    }
  }
}
