package dev.imago.launcher.arguments;

import dev.imago.core.error.NearestName;
import dev.imago.launcher.arguments.Arguments.Task;
import dev.imago.launcher.format.OutputFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a command line. Use it once. */
public final class ArgumentParser {
  private static final String STANDARD_INPUT = "-";

  private final Deque<String> words;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final List<Input> inputs = new ArrayList<>();
  private Task task = Task.RUN;
  private boolean demo;
  private Optional<String> url = Optional.empty();
  private Optional<OutputFormat> format = Optional.empty();
  private boolean timing;

  private ArgumentParser(List<String> words) {
    this.words = new ArrayDeque<>(words);
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException when a word is not known, or lacks its value
   */
  public static Arguments parse(List<String> words) throws UsageException {
    return new ArgumentParser(words).parse();
  }

  private Arguments parse() throws UsageException {
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = equals < 0 ? word : word.substring(0, equals);
      Option option = Option.find(name).orElseThrow(() -> unknown(name));
      if (option.takesValue()) {
        takeValue(option, equals < 0 ? nextWord(option) : word.substring(equals + 1));
      } else if (equals < 0) {
        takeFlag(option);
      } else {
        throw new UsageException("the option " + name + " takes no value");
      }
    }
    return new Arguments(
        task, demo, url.orElse(Arguments.DEFAULT_URL), properties, inputs, format, timing);
  }

  private static UsageException unknown(String word) {
    if (!word.startsWith("-")) {
      return new UsageException(
          "\"" + word + "\" is no option; SQL is given with -e, a file with -f");
    }
    return new UsageException(
        "the option " + word + " is not known" + NearestName.hint(word, Option.texts()));
  }

  private String nextWord(Option option) throws UsageException {
    if (words.isEmpty()) {
      throw new UsageException("the option " + option.text() + " needs a value");
    }
    return words.removeFirst();
  }

  private void takeFlag(Option option) {
    switch (option) {
      case DEMO -> demo = true;
      case TIMING -> timing = true;
      case HELP -> task = Task.HELP;
      case VERSION -> task = task == Task.HELP ? Task.HELP : Task.VERSION;
      default -> throw new IllegalArgumentException(option + " takes a value");
    }
  }

  private void takeValue(Option option, String value) throws UsageException {
    switch (option) {
      case URL -> takeUrl(value);
      case PROPERTY -> takeProperty(value);
      case EXECUTE -> inputs.add(new Input.Sql(value));
      case FILE -> inputs.add(file(value));
      case FORMAT -> format = Optional.of(format(value));
      default -> throw new IllegalArgumentException(option + " takes no value");
    }
  }

  private void takeUrl(String value) throws UsageException {
    if (url.isPresent()) {
      throw new UsageException("the option -u is given twice; a session has one connection");
    }
    url = Optional.of(value);
  }

  /** A later value of the same property replaces an earlier one, as it does in a shell. */
  private void takeProperty(String value) throws UsageException {
    int equals = value.indexOf('=');
    if (equals < 1) {
      throw new UsageException("-p needs key=value, and \"" + value + "\" is not");
    }
    properties.put(value.substring(0, equals), value.substring(equals + 1));
  }

  private static Input file(String value) throws UsageException {
    if (value.equals(STANDARD_INPUT)) {
      return new Input.StandardInput();
    }
    try {
      return new Input.File(Path.of(value));
    } catch (InvalidPathException failure) {
      throw new UsageException("-f needs a file, and \"" + value + "\" cannot be the name of one");
    }
  }

  private static OutputFormat format(String value) throws UsageException {
    return OutputFormat.find(value)
        .orElseThrow(
            () ->
                new UsageException(
                    "the format "
                        + value
                        + " is not known; there are "
                        + String.join(", ", OutputFormat.names())
                        + NearestName.hint(value, OutputFormat.names())));
  }
}
