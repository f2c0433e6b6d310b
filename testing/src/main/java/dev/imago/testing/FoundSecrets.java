package dev.imago.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that is searched for secrets line by line, as it comes, and not kept: a long run writes
 * much. Safe for any number of threads.
 */
final class FoundSecrets extends OutputStream {
  private final List<String> secrets;
  private final List<String> before = new ArrayList<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  FoundSecrets(List<String> secrets) {
    this.secrets = secrets;
  }

  @Override
  public synchronized void write(int octet) {
    if (octet == '\n') {
      searchLine();
    } else {
      line.write(octet);
    }
  }

  @Override
  public synchronized void write(byte[] octets, int from, int length) {
    for (int at = from; at < from + length; at++) {
      write(octets[at]);
    }
  }

  /**
   * Ends the last line.
   *
   * @return the begin of each line with a secret, which says where to look and not what it is
   */
  synchronized List<String> end() {
    searchLine();
    return List.copyOf(before);
  }

  private void searchLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    secrets.stream()
        .mapToInt(text::indexOf)
        .filter(place -> place >= 0)
        .min()
        .ifPresent(place -> before.add(text.substring(0, place)));
  }
}
