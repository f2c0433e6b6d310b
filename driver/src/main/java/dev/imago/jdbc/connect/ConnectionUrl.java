package dev.imago.jdbc.connect;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A connection URL: {@code jdbc:imago:} and then {@code key=value} pairs separated by {@code ;}. A
 * value may stand in double quotes, so that it can hold a {@code ;} or spaces at its ends; a quote
 * inside is doubled. Empty pairs are ignored.
 *
 * @param text the whole URL
 * @param properties the pairs, in the order of the URL
 */
public record ConnectionUrl(String text, Map<String, String> properties) {
  /** What every URL of this driver starts with. */
  public static final String PREFIX = "jdbc:imago:";

  public ConnectionUrl {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** Whether the URL is for this driver. It may still be malformed. */
  public static boolean accepts(String url) {
    return url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /**
   * Reads a URL that {@link #accepts} accepts.
   *
   * @throws ImagoException {@link ErrorCode#UNKNOWN_PROPERTY} when it is malformed or names a
   *     property twice
   */
  public static ConnectionUrl parse(String url) {
    return new ConnectionUrl(url, new Reader(url).read());
  }

  /** Reads the pairs from left to right. Messages name keys only: a value may be a secret. */
  private static final class Reader {
    private final String url;
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private int position = PREFIX.length();
    private String lastKey = "";

    Reader(String url) {
      this.url = url;
    }

    Map<String, String> read() {
      while (position < url.length()) {
        readPair();
      }
      return pairs;
    }

    private void readPair() {
      int pairEnd = indexOrEnd(';');
      int equals = indexOrEnd('=');
      if (equals >= pairEnd) {
        String word = url.substring(position, pairEnd).strip();
        if (!word.isEmpty()) {
          throw malformed(withoutValue(word));
        }
        position = pairEnd + 1;
        return;
      }
      String key = url.substring(position, equals).strip();
      if (key.isEmpty()) {
        throw malformed("there is a value without a name");
      }
      position = equals + 1;
      String value = readValue(key);
      if (!seen.add(key.toLowerCase(Locale.ROOT))) {
        throw malformed("the property \"" + key + "\" stands there twice");
      }
      pairs.put(key, value);
      lastKey = key;
    }

    /** After a value, what has none may be the rest of it, and so is not shown. */
    private String withoutValue(String word) {
      return pairs.isEmpty()
          ? "\"" + word + "\" has no value; write " + word + "=VALUE"
          : "what follows the value of \""
              + lastKey
              + "\" and a ; has no value; write NAME=VALUE, or put a value with a ; in double"
              + " quotes";
    }

    private String readValue(String key) {
      while (position < url.length() && url.charAt(position) == ' ') {
        position++;
      }
      if (position < url.length() && url.charAt(position) == '"') {
        return readQuoted(key);
      }
      int end = indexOrEnd(';');
      String value = url.substring(position, end).strip();
      position = end + 1;
      return value;
    }

    private String readQuoted(String key) {
      StringBuilder value = new StringBuilder();
      position++;
      while (true) {
        int quote = url.indexOf('"', position);
        if (quote < 0) {
          throw malformed("the quote of \"" + key + "\" is not closed");
        }
        value.append(url, position, quote);
        position = quote + 1;
        if (position >= url.length() || url.charAt(position) != '"') {
          break;
        }
        value.append('"');
        position++;
      }
      int end = indexOrEnd(';');
      if (!url.substring(position, end).isBlank()) {
        throw malformed("after the quoted value of \"" + key + "\" a ; must follow");
      }
      position = end + 1;
      return value.toString();
    }

    private int indexOrEnd(char wanted) {
      int index = url.indexOf(wanted, position);
      return index < 0 ? url.length() : index;
    }

    private static ImagoException malformed(String what) {
      return new ImagoException(ErrorCode.UNKNOWN_PROPERTY, "the connection URL: " + what);
    }
  }
}
