package dev.imago.launcher.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON objects. A number is a number with all its digits, a timestamp is ISO 8601 with Z, a
 * nested value is JSON. A label that was there already gets a number: {@code name}, {@code name_2}.
 */
final class JsonObjects implements Closeable {
  private static final String WHOLE_SECOND = ".000";

  private final Rows rows;
  private final List<String> names;
  private final JsonGenerator json;

  /**
   * @param between what stands between two objects
   */
  JsonObjects(Rows rows, Writer out, String between) throws IOException {
    this.rows = rows;
    this.names = UniqueLabels.of(rows.columns());
    this.json =
        new JsonFactory()
            .createGenerator(out)
            .setPrettyPrinter(new MinimalPrettyPrinter(between))
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  /** Writes the current row. */
  void writeRow() throws SQLException, IOException {
    json.writeStartObject();
    for (int column = 0; column < names.size(); column++) {
      String text = rows.text(column);
      json.writeFieldName(names.get(column));
      writeValue(rows.columns().get(column).kind(), text);
    }
    json.writeEndObject();
    // The generator's own buffer would hold rows back. The output's is left as it is.
    json.flush();
  }

  private void writeValue(Column.Kind kind, @Nullable String text) throws IOException {
    if (text == null) {
      json.writeNull();
      return;
    }
    switch (kind) {
      case TEXT -> json.writeString(text);
      case BOOLEAN, NESTED -> json.writeRawValue(text);
      case NUMBER -> writeNumber(text);
      case TIMESTAMP -> json.writeString(isoTimestamp(text));
    }
  }

  /** JSON has no number for NaN and the infinities. */
  private void writeNumber(String text) throws IOException {
    if (Character.isDigit(text.charAt(text.length() - 1))) {
      json.writeRawValue(text);
    } else {
      json.writeString(text);
    }
  }

  /** As in nested values: a fraction only where there is one. */
  private static String isoTimestamp(String text) {
    String seconds =
        text.endsWith(WHOLE_SECOND)
            ? text.substring(0, text.length() - WHOLE_SECOND.length())
            : text;
    return seconds.replace(' ', 'T') + "Z";
  }

  /** Hands all that is written to the output. */
  @Override
  public void close() throws IOException {
    json.close();
  }
}
