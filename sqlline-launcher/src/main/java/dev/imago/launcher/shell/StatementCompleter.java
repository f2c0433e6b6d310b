package dev.imago.launcher.shell;

import dev.imago.launcher.shell.SessionDriver.Opening;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * Completes statements and commands. The names are read when they are first asked for; no call is
 * made.
 */
final class StatementCompleter implements Completer {
  /** Commands whose words are names of tables. */
  private static final Pattern ABOUT_TABLES =
      Pattern.compile(
          "\\s*!(?:tables|columns|describe|primarykeys|indexes|importedkeys|exportedkeys)\\s");

  /** After these more of the same word comes, and no space. */
  private static final List<String> OPEN_ENDS = List.of(".", ":", "=");

  private final Opening opening;
  private final ConnectCompletion connects;
  private final Supplier<Completer> commands;
  private final ReentrantLock reading = new ReentrantLock();
  private @Nullable Completion completion;

  /**
   * @param opening where the names are read
   * @param commands completes what else begins with {@code !}
   */
  StatementCompleter(Opening opening, ConnectCompletion connects, Supplier<Completer> commands) {
    this.opening = opening;
    this.connects = connects;
    this.commands = commands;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line().substring(0, line.cursor());
    if (ConnectCompletion.isAbout(text)) {
      add(line, ConnectCompletion.unfinished(text), connects.of(text), candidates);
      return;
    }
    if (text.stripLeading().startsWith("!") && !ABOUT_TABLES.matcher(text).lookingAt()) {
      commands.get().complete(reader, line, candidates);
      return;
    }
    String statement = Completion.last(text);
    try {
      add(line, Completion.unfinished(statement), completion().of(statement), candidates);
    } catch (SQLException failure) {
      // Nothing is completed by a session that cannot connect; its statements say why.
      candidates.clear();
    }
  }

  private static void add(
      ParsedLine line, String begun, Collection<String> found, List<Candidate> candidates) {
    // The terminal takes a longer piece for the word where there are signs in it: COUNT(na.
    String word = line.word().substring(0, line.wordCursor());
    if (!word.endsWith(begun)) {
      return;
    }
    String kept = word.substring(0, word.length() - begun.length());
    for (String name : found) {
      boolean isComplete = OPEN_ENDS.stream().noneMatch(name::endsWith);
      candidates.add(new Candidate(kept + name, name, null, null, null, null, isComplete));
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
