package dev.imago.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that {@code config} names. */
final class ConfigFileTest {
  private final PropertyCatalog catalog = new PropertyCatalog(List.of());

  @TempDir private Path folder;

  private String write(byte[] content) throws IOException {
    return Files.write(folder.resolve("imago.properties"), content).toString();
  }

  private String write(String content) throws IOException {
    return write(content.getBytes(StandardCharsets.UTF_8));
  }

  private Map<PropertySource, Map<String, String>> withConfig(String file) {
    return catalog.withConfigLayer(Map.of(PropertySource.URL, Map.of("CONFIG", file)));
  }

  @Test
  void addsTheLayerOfTheFile() throws IOException {
    String file = write("# Ours\nmaxCalls = 5\nuser: Zoë\n");
    assertThat(withConfig(file))
        .isEqualTo(
            Map.of(
                PropertySource.URL, Map.of("CONFIG", file),
                PropertySource.CONFIG, Map.of("maxCalls", "5", "user", "Zoë")));
  }

  @Test
  void readsTheFileThatTheStrongestLayerNames() throws IOException {
    String file = write("maxCalls=5");
    assertThat(
            catalog.withConfigLayer(
                Map.of(
                    PropertySource.ENVIRONMENT, Map.of("config", "absent.properties"),
                    PropertySource.PROPERTIES, Map.of("config", file))))
        .containsEntry(PropertySource.CONFIG, Map.of("maxCalls", "5"));
  }

  @Test
  void addsNothingWhereNoFileIsNamed() {
    Map<PropertySource, Map<String, String>> layers =
        Map.of(PropertySource.URL, Map.of("maxCalls", "5"));
    assertThat(catalog.withConfigLayer(layers)).isEqualTo(layers);
    assertThat(withConfig("")).doesNotContainKey(PropertySource.CONFIG);
  }

  @Test
  void namesTheFileThatIsAbsent() {
    assertInvalid("absent.properties")
        .withMessage("config: there is no file \"absent.properties\"");
  }

  @Test
  void namesTheFileThatCannotBeRead() throws IOException {
    String notUtf8 = write(new byte[] {'a', '=', (byte) 0xff});
    assertInvalid(notUtf8)
        .withMessageStartingWith("config: the file \"" + notUtf8 + "\" cannot be read: ");
    assertInvalid(folder.toString())
        .withMessageStartingWith("config: the file \"" + folder + "\" cannot be read: ");
    String badEscape = write("user=\\u12");
    assertInvalid(badEscape)
        .withMessageStartingWith("config: the file \"" + badEscape + "\" cannot be read: ");
  }

  @Test
  void aFileCannotNameAnotherOne() throws IOException {
    String file = write("Config=other.properties");
    assertInvalid(file).withMessage("config: the file \"" + file + "\" cannot name another one");
  }

  private ThrowableAssertAlternative<ImagoException> assertInvalid(String file) {
    return assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> withConfig(file))
        .returns(ErrorCode.INVALID_VALUE, ImagoException::code);
  }
}
