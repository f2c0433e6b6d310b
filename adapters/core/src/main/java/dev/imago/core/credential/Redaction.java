package dev.imago.core.credential;

import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of what a server says, so that it can stand in a message. */
public final class Redaction {
  private static final int MOST_CHARACTERS = 500;
  private static final String REDACTED = "***";

  /** Signed claims, tokens in parts. */
  private static final Pattern SIGNED =
      Pattern.compile("[\\w-]{10,}\\.[\\w-]{10,}={0,2}\\.[\\w-]{10,}={0,2}|t1\\.[\\w.=-]{10,}");

  /** Keys and tokens without parts are longer than any word; ids have 32 digits. */
  private static final Pattern LONG = Pattern.compile("[\\w+/=-]{65,}");

  private static final Pattern WHITESPACE = Pattern.compile("\\s+");

  private Redaction() {}

  /**
   * The text on one line, without the secrets that are known and without what looks like one.
   *
   * @param secrets what was sent; empty ones are left out of account
   */
  public static String of(String text, List<String> secrets) {
    String shown = text;
    for (String secret : secrets) {
      if (!secret.isEmpty()) {
        shown = shown.replace(secret, REDACTED);
      }
    }
    shown = WHITESPACE.matcher(shown).replaceAll(" ").strip();
    shown = SIGNED.matcher(shown).replaceAll(REDACTED);
    shown = LONG.matcher(shown).replaceAll(REDACTED);
    return shown.length() <= MOST_CHARACTERS ? shown : shown.substring(0, MOST_CHARACTERS) + "...";
  }
}
