package dev.imago.launcher.arguments;

import dev.imago.launcher.format.OutputFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param task whether to run SQL, or only to tell something
 * @param demo whether to start the sample clouds and connect to them
 * @param url a {@code jdbc:imago:} URL
 * @param properties the connection properties of {@code -p}
 * @param inputs what {@code -e} and {@code -f} give, in their order
 * @param format how rows are written; empty when the command line does not say
 * @param timing whether a line of counters follows each statement
 */
public record Arguments(
    Task task,
    boolean demo,
    String url,
    Map<String, String> properties,
    List<Input> inputs,
    Optional<OutputFormat> format,
    boolean timing) {

  /** The URL that says nothing: all is left to the other sources of properties. */
  public static final String DEFAULT_URL = "jdbc:imago:";

  /** What the command is to do. */
  public enum Task {
    RUN,
    HELP,
    VERSION
  }

  public Arguments {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    inputs = List.copyOf(inputs);
  }
}
