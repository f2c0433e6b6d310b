package dev.imago.core.http;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** The beginning of a body that is not what was expected, fit for a message. */
final class QuotedBody {
  private static final int MOST_CHARACTERS = 80;

  private QuotedBody() {}

  /** What kind of content it is and how it begins: {@code text/html: "<html> <head>..."}. */
  static String of(ResponseBody body, String beginning) {
    String clean = clean(beginning);
    return type(body.contentType()) + (clean.isEmpty() ? "" : ": \"" + clean + "\"");
  }

  private static String type(@Nullable MediaType type) {
    return type == null ? "content without a type" : type.type() + "/" + type.subtype();
  }

  /** One line without control characters. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(MOST_CHARACTERS);
    for (int i = 0; i < text.length() && clean.length() < MOST_CHARACTERS; i++) {
      char c = text.charAt(i);
      boolean isBlank = Character.isWhitespace(c) || Character.isISOControl(c) || c == '\uFFFD';
      if (!isBlank) {
        clean.append(c);
      } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    }
    return clean.toString().strip();
  }
}
