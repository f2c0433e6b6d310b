package dev.imago.launcher.run;

import dev.imago.launcher.arguments.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Opens what statements are read from. */
final class InputReader {
  private final InputStream standardInput;

  InputReader(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * Opens an input. A reader of bytes that are not UTF-8 fails with a {@link
   * java.nio.charset.CharacterCodingException}, for a wrong letter in a statement would be worse.
   */
  Reader open(Input input) throws IOException {
    if (input instanceof Input.Sql sql) {
      return new StringReader(sql.text());
    }
    if (input instanceof Input.File file) {
      return decoded(Files.newInputStream(file.path()));
    }
    return decoded(standardInput);
  }

  private static Reader decoded(InputStream bytes) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(bytes, utf8);
  }
}
