package dev.imago.faults;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change under a fault.
 *
 * @param arrived how many requests reached the service
 * @param effects how often it was made
 * @param error what the statement failed with; null when it did not
 * @param attempts what the log of calls says of the attempts, one entry a row
 */
record WriteOutcome(int arrived, int effects, @Nullable SQLException error, List<String> attempts) {
  private static final Pattern LOOK =
      Pattern.compile("look with (SELECT .*?)(?:, or run it again with | before you run it again)");
  private static final Pattern KEY =
      Pattern.compile("or run it again with (\\w+) = '([-0-9a-f]{36})'");

  String sqlState() {
    return error == null ? "" : error.getSQLState();
  }

  private String message() {
    return error == null ? "" : Objects.toString(error.getMessage());
  }

  /** The query that the message advises. */
  Optional<String> look() {
    return group(LOOK, 1);
  }

  /** The key to run it again with, as the message has it, with the name of its argument. */
  Optional<String> key() {
    return group(KEY, 1).map(name -> name + " = " + group(KEY, 2).orElseThrow());
  }

  private Optional<String> group(Pattern pattern, int group) {
    Matcher matcher = pattern.matcher(message());
    return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
  }

  /** The message without what differs from run to run, and from table to table. */
  String says() {
    return message()
        .replaceFirst("^[\\w.]+: (?:POST|DELETE) \\S+ ", "")
        .replaceFirst(
            "look with SELECT .*",
            "look with *query*" + (key().isPresent() ? ", or again with *key*" : ""))
        .replaceFirst("(lost the connection [\\w ]+): [^;]*", "$1")
        .replaceFirst("(cannot connect to )\\S+: .*(?=;)", "$1*host*")
        .replaceFirst("; check the network and \\S+", "; check the network")
        .replaceFirst("or lower \\w+\\.rateLimit", "or lower the rateLimit")
        .replace('|', '/');
  }
}
