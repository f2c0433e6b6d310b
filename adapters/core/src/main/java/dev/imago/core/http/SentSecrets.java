package dev.imago.core.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Request;

/** The secrets of a request, so that what the service says of it can be shown without them. */
public final class SentSecrets {
  /** A request without any. */
  public static final SentSecrets NONE = new SentSecrets(Set.of());

  private static final String HIDDEN = "***";

  /** Shorter parts, such as a number of seconds, are words of other texts too. */
  private static final int SHORTEST_PART = 8;

  /** The headers that show who a caller is, in the clouds' APIs. */
  private static final List<String> CREDENTIALS =
      List.of("Authorization", "X-Auth-Token", "X-Security-Token");

  private final Set<String> texts;

  /** The longest first, so that no part of one is left over. */
  private final List<String> spellings;

  /**
   * The secrets.
   *
   * @param texts their values; so are the query of a link and its parts
   */
  public SentSecrets(Set<String> texts) {
    this.texts = Set.copyOf(texts);
    Set<String> all = new LinkedHashSet<>();
    for (String text : texts) {
      addSpellings(text, all);
      String query = text.substring(text.indexOf('?') + 1);
      addSpellings(query, all);
      for (String parameter : query.split("&", -1)) {
        String value = parameter.substring(parameter.indexOf('=') + 1);
        if (value.length() >= SHORTEST_PART) {
          addSpellings(value, all);
        }
      }
    }
    spellings =
        all.stream()
            .filter(text -> !text.isBlank())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** These, and the credential that a request was sent with. */
  SentSecrets with(Request request) {
    Set<String> all = new LinkedHashSet<>(texts);
    for (String name : CREDENTIALS) {
      for (String value : request.headers(name)) {
        all.add(value);
        // The first word of some says of what kind the others are.
        all.add(value.substring(value.indexOf(' ') + 1));
      }
    }
    return new SentSecrets(all);
  }

  private static void addSpellings(String text, Set<String> all) {
    all.add(text);
    all.add(CallUrl.encode(text));
    all.add(new String(JsonStringEncoder.getInstance().quoteAsString(text)));
  }

  /** The text with {@code ***} in the place of each secret. */
  public String hide(String text) {
    String shown = text;
    for (String secret : spellings) {
      shown = shown.replace(secret, HIDDEN);
    }
    return shown;
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
