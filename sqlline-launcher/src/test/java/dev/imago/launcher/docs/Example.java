package dev.imago.launcher.docs;

import dev.imago.launcher.CommandRun;
import dev.imago.launcher.format.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An example of a page: SQL or a command of the shell, and what the page says that it prints.
 *
 * @param page the page's file and the example's line there
 * @param words the arguments of the imago command
 * @param output the block that follows, if it is an output
 */
record Example(String page, List<String> words, Optional<FencedBlock> output) {
  private static final Pattern COMMAND = Pattern.compile("(.*/)?imago");
  private static final Pattern PORT = Pattern.compile("(http://127\\.0\\.0\\.1:)\\d+");

  Example {
    words = List.copyOf(words);
  }

  /** The examples of a page that can be run without an account. */
  static List<Example> of(String file, List<String> lines) {
    List<FencedBlock> blocks = FencedBlock.of(lines);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      FencedBlock block = blocks.get(i);
      Optional<FencedBlock> output =
          i + 1 < blocks.size() ? outputOf(block, blocks.get(i + 1), lines) : Optional.empty();
      words(block, output)
          .map(words -> new Example(file + ":" + (block.start() + 1), words, output))
          .ifPresent(examples::add);
    }
    return examples;
  }

  /** An output follows its example with nothing but empty lines between. */
  private static Optional<FencedBlock> outputOf(
      FencedBlock block, FencedBlock next, List<String> lines) {
    boolean adjacent =
        lines.subList(block.end() + 1, next.start()).stream().allMatch(String::isBlank);
    return adjacent && format(next).isPresent() ? Optional.of(next) : Optional.empty();
  }

  private static Optional<OutputFormat> format(FencedBlock output) {
    return output.language().equals("text")
        ? Optional.of(OutputFormat.TABLE)
        : OutputFormat.find(output.language());
  }

  private static Optional<List<String>> words(FencedBlock block, Optional<FencedBlock> output) {
    return switch (block.language()) {
      case "sql" -> {
        OutputFormat format = output.flatMap(Example::format).orElse(OutputFormat.TABLE);
        yield Optional.of(List.of("--demo", "--format", format.text(), "-e", block.text()));
      }
      case "sh" -> {
        List<String> words = ShellWords.of(block.text());
        yield COMMAND.matcher(words.get(0)).matches() && needsNoAccount(words)
            ? Optional.of(words.subList(1, words.size()))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static boolean needsNoAccount(List<String> words) {
    return words.contains("--demo") || words.contains("--help");
  }

  /** What the page says; empty when it shows no output. */
  Optional<String> expected() {
    return output.map(FencedBlock::text);
  }

  /**
   * Runs it.
   *
   * @return the standard output, then the standard error; the demo's port is different in each run,
   *     and PORT stands for it
   */
  String run() {
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    String printed = PORT.matcher(run.out() + run.err()).replaceAll("$1PORT");
    return printed.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }

  /** For the name of the test. */
  @Override
  public String toString() {
    String text = String.join(" ", words).replaceAll("\\s+", " ");
    return String.format(Locale.ROOT, "%s %.60s", page, text);
  }
}
