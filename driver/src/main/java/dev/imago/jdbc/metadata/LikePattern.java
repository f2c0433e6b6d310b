package dev.imago.jdbc.metadata;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name pattern of JDBC's metadata: {@code %} is any text, {@code _} any character, {@code \}
 * takes the meaning from the next one. Letter case does not count, as it does not in names. No
 * pattern at all matches everything.
 */
record LikePattern(@Nullable String text) implements Predicate<String> {
  static final char ESCAPE = '\\';

  @Override
  public boolean test(String name) {
    return text == null || regex(text).matcher(name).matches();
  }

  private static Pattern regex(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == ESCAPE && i + 1 < text.length()) {
        i++;
        regex.append(Pattern.quote(text.substring(i, i + 1)));
      } else if (character == '%') {
        regex.append(".*");
      } else if (character == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(character)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
