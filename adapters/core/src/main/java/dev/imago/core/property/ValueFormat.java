package dev.imago.core.property;

import dev.imago.core.description.HeaderText;
import java.util.Locale;
import java.util.Set;

/** How the value of a property must read. No message of it holds a secret. */
final class ValueFormat {
  /** They may begin and end with a space; no other value does, whatever a file or a tool adds. */
  private static final Set<ConnectionProperty> PASSWORDS =
      Set.of(ConnectionProperty.PASSWORD, ConnectionProperty.PROVIDER_PASSWORD);

  /** Sent in a header. */
  private static final Set<ConnectionProperty> IN_HEADERS =
      Set.of(
          ConnectionProperty.TOKEN,
          ConnectionProperty.SECURITY_TOKEN,
          ConnectionProperty.ACCESS_KEY);

  private ValueFormat() {}

  /**
   * The value in its normal form: {@code true} for {@code TRUE}, a URL without a slash at its end.
   *
   * @throws IllegalArgumentException when the property cannot have the value; the message is what
   *     the property must be: {@code must be true or false, not "yes"}
   */
  static String normalize(Property property, String given) {
    String text = PASSWORDS.contains(property.property()) ? given : given.strip();
    return switch (property.property().kind()) {
      case FLAG -> flag(text);
      case COUNT -> count(text, 0);
      case POSITIVE -> count(text, 1);
      case DURATION -> duration(text);
      case CHOICE -> choice(property, text);
      case URL -> text.isEmpty() && property.defaultValue().isEmpty() ? text : url(text);
      case SCHEMA_NAME -> schemaName(text);
      case CREDENTIAL, SECRET -> credential(property, text);
      case TEXT, LIST -> text;
    };
  }

  private static String credential(Property property, String text) {
    if (IN_HEADERS.contains(property.property()) && !HeaderText.isSendable(text)) {
      throw new IllegalArgumentException(
          "holds white space, a control character or a character that is not ASCII, which no HTTP"
              + " header can carry; copy it again");
    }
    return text;
  }

  private static String flag(String text) {
    if (text.equalsIgnoreCase("true")) {
      return "true";
    }
    if (text.equalsIgnoreCase("false")) {
      return "false";
    }
    throw mustBe("true or false", text);
  }

  private static String count(String text, long least) {
    long count;
    try {
      count = Long.parseLong(text);
    } catch (NumberFormatException e) {
      count = -1;
    }
    if (count < least) {
      throw mustBe("a whole number, " + least + " or more", text);
    }
    return Long.toString(count);
  }

  private static String duration(String text) {
    try {
      Durations.parse(text);
      return text;
    } catch (IllegalArgumentException e) {
      throw mustBe("a duration such as 500ms, 30s or 2m, up to " + Durations.LONGEST, text);
    }
  }

  private static String choice(Property property, String text) {
    return property.choices().stream()
        .filter(text::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> mustBe("one of " + String.join(", ", property.choices()), text));
  }

  private static String url(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    int host = lowerCase.startsWith("https://") ? 8 : lowerCase.startsWith("http://") ? 7 : -1;
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    if (host < 0
        || end <= host
        || text.charAt(host) == '/'
        || text.chars().anyMatch(ValueFormat::isForbiddenInUrl)) {
      throw new IllegalArgumentException(
          "must be an http or https URL without user, query and fragment");
    }
    return text.substring(0, end);
  }

  private static boolean isForbiddenInUrl(int c) {
    return c <= ' ' || c == '@' || c == '?' || c == '#';
  }

  private static String schemaName(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1 || text.indexOf('.', dot + 1) >= 0) {
      throw mustBe("a catalog and a schema, such as imago.inventory", text);
    }
    return text;
  }

  private static IllegalArgumentException mustBe(String what, String text) {
    return new IllegalArgumentException("must be " + what + ", not \"" + text + "\"");
  }
}
