package dev.imago.launcher.shell;

import dev.imago.launcher.shell.SessionDriver.Opening;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Completes statements. The names are read when they are first asked for; no call is made. */
final class StatementCompleter implements Completer {
  /** Commands whose words are names of tables. */
  private static final Pattern ABOUT_TABLES =
      Pattern.compile(
          "\\s*!(?:tables|columns|describe|primarykeys|indexes|importedkeys|exportedkeys)\\s");

  private final Opening opening;
  private final Supplier<Completer> commands;
  private final ReentrantLock reading = new ReentrantLock();
  private @Nullable Completion completion;

  /**
   * @param opening where the names are read
   * @param commands completes what begins with {@code !}
   */
  StatementCompleter(Opening opening, Supplier<Completer> commands) {
    this.opening = opening;
    this.commands = commands;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line().substring(0, line.cursor());
    if (text.stripLeading().startsWith("!") && !ABOUT_TABLES.matcher(text).lookingAt()) {
      commands.get().complete(reader, line, candidates);
      return;
    }
    String statement = text.substring(text.lastIndexOf(';') + 1);
    String begun = Completion.unfinished(statement);
    // The terminal takes a longer piece for the word where there are signs in it: COUNT(na.
    String word = line.word().substring(0, line.wordCursor());
    if (!word.endsWith(begun)) {
      return;
    }
    String kept = word.substring(0, word.length() - begun.length());
    try {
      for (String found : completion().of(statement)) {
        candidates.add(
            new Candidate(kept + found, found, null, null, null, null, !found.endsWith(".")));
      }
    } catch (SQLException failure) {
      // Nothing is completed by a session that cannot connect; its statements say why.
      candidates.clear();
    }
  }

  private Completion completion() throws SQLException {
    reading.lock();
    try {
      Completion known = completion;
      if (known == null) {
        try (Connection connection = opening.connect()) {
          known = new Completion(ShellNames.read(connection));
        }
        completion = known;
      }
      return known;
    } finally {
      reading.unlock();
    }
  }
}
