package dev.imago.core.description.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.function.Function;

/**
 * A good file with one mistake in it, and where the error about it must stand.
 *
 * @param text the file with the mistake
 * @param line the line, from 1
 */
record EditedFile(String name, String text, int line) {
  /** Stands in a replacement, on the line that the error must name. */
  static final String HERE = "<!>";

  /**
   * Puts a mistake into a file. The error must name the line of {@link #HERE}, or of the first line
   * of the replacement where that does not have it.
   *
   * @param before a text that the file has once
   */
  static EditedFile of(String name, String before, String after) {
    String text = AcmeFiles.text(name);
    assertThat(text).containsOnlyOnce(before);
    String marked = text.replace(before, after.contains(HERE) ? after : HERE + after);
    int line = (int) marked.substring(0, marked.indexOf(HERE)).lines().count();
    boolean startsLine =
        marked.indexOf(HERE) == 0 || marked.charAt(marked.indexOf(HERE) - 1) == '\n';
    return new EditedFile(name, marked.replace(HERE, ""), startsLine ? line + 1 : line);
  }

  /** The error says this, about that line. */
  void assertRefused(Function<String, Object> load, String message) {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> load.apply(text))
        .withMessage("acme/" + name + ":" + line + ": " + message)
        .returns(ErrorCode.INVALID_DESCRIPTION, ImagoException::code);
  }
}
