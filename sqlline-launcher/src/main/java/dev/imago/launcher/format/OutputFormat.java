package dev.imago.launcher.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that can be asked for. */
public enum OutputFormat {
  TABLE,
  VERTICAL,
  CSV,
  TSV,
  JSON,
  JSONL;

  /** What writes the format. */
  public ResultFormat writer() {
    return switch (this) {
      case TABLE -> new TableFormat();
      case VERTICAL -> new VerticalFormat();
      case CSV -> new CsvFormat();
      case TSV -> new TsvFormat();
      case JSON -> new JsonFormat();
      case JSONL -> new JsonLinesFormat();
    };
  }

  /** As it is written on the command line: {@code table}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a name, in lower case. */
  public static Optional<OutputFormat> find(String text) {
    return Arrays.stream(values()).filter(format -> format.text().equals(text)).findFirst();
  }

  /** The names of all formats. */
  public static List<String> names() {
    return Arrays.stream(values()).map(OutputFormat::text).toList();
  }
}
