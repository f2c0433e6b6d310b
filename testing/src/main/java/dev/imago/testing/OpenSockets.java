package dev.imago.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sockets that the process has open at one time, as Linux tells them. Elsewhere there are none,
 * so nothing is found.
 */
final class OpenSockets {
  private static final Path FILES = Path.of("/proc/self/fd");
  private static final Path NETWORK = Path.of("/proc/self/net");
  private static final String SOCKET = "socket:[";

  /** The column of a socket's number in the kernel's tables of TCP. */
  private static final int TCP_NUMBER = 9;

  private static final int UNIX_NUMBER = 6;

  private final Set<String> numbers;

  private OpenSockets(Set<String> numbers) {
    this.numbers = numbers;
  }

  static OpenSockets now() {
    Set<String> numbers = new HashSet<>();
    if (Files.isDirectory(FILES)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(FILES)) {
        for (Path file : files) {
          addSocket(numbers, file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list the open files", e);
      }
      // The JDK has some of its own, to wake threads up.
      numbers.removeAll(numbersOf(lines("unix"), UNIX_NUMBER));
    }
    return new OpenSockets(numbers);
  }

  private static void addSocket(Set<String> numbers, Path file) throws IOException {
    try {
      String target = Files.readSymbolicLink(file).toString();
      if (target.startsWith(SOCKET)) {
        numbers.add(target.substring(SOCKET.length(), target.length() - 1));
      }
    } catch (NoSuchFileException closed) {
      // One of the files was the listing itself, and others close while it runs.
      return;
    }
  }

  /**
   * The sockets that were not there before.
   *
   * @param deadline until when those that are being closed are waited for, as {@link
   *     System#nanoTime}
   * @return each with its addresses and its state
   */
  static List<String> leftSince(OpenSockets before, long deadline) {
    Set<String> left = since(before);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      left = since(before);
    }
    return left.stream().map(OpenSockets::described).toList();
  }

  private static Set<String> since(OpenSockets before) {
    Set<String> left = new HashSet<>(now().numbers);
    left.removeAll(before.numbers);
    return left;
  }

  private static String described(String number) {
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : lines(table)) {
        if (numbersOf(List.of(line), TCP_NUMBER).contains(number)) {
          return String.format(Locale.ROOT, "  socket %s: %s", number, line.strip());
        }
      }
    }
    return "  socket " + number + ", which is not connected";
  }

  private static Set<String> numbersOf(List<String> lines, int column) {
    Set<String> numbers = new HashSet<>();
    for (String line : lines) {
      List<String> words = List.of(line.strip().split("\\s+", -1));
      if (words.size() > column) {
        numbers.add(words.get(column));
      }
    }
    return numbers;
  }

  private static List<String> lines(String table) {
    try {
      return new ArrayList<>(Files.readAllLines(NETWORK.resolve(table), US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + NETWORK.resolve(table), e);
    }
  }
}
