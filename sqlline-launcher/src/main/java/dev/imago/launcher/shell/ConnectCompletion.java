package dev.imago.launcher.shell;

import dev.imago.core.property.Property;
import dev.imago.core.property.PropertyCatalog;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a {@code !connect} can go on: with the driver's URL, with the properties that a URL may hold,
 * and with those behind {@code -p}, which may be secret.
 */
final class ConnectCompletion {
  private static final String URL = "jdbc:imago:";

  private static final Pattern COMMAND = Pattern.compile("\\s*!(?:connect|open)\\s");
  private static final Pattern NAME_BEHIND_OPTION = Pattern.compile("\\s-p\\s+(\\S*)$");
  private static final Pattern VALUE_BEHIND_OPTION = Pattern.compile("\\s-p\\s+\\S+\\s+\\S*$");
  private static final Pattern NAME_IN_URL =
      Pattern.compile("\\s" + URL + "(?:\\S*;)?([^\\s;=]*)$");
  private static final Pattern VALUE_IN_URL =
      Pattern.compile("\\s" + URL + "(?:\\S*;)?([^\\s;=]+)=([^\\s;]*)$");
  private static final Pattern UNFINISHED = Pattern.compile("\\S*$");

  private final PropertyCatalog properties;

  ConnectCompletion(PropertyCatalog properties) {
    this.properties = properties;
  }

  /** Whether the line is such a command. */
  static boolean isAbout(String line) {
    return COMMAND.matcher(line).lookingAt();
  }

  /** The end of a line that a completion replaces. */
  static String unfinished(String line) {
    Matcher value = VALUE_IN_URL.matcher(line);
    if (value.find()) {
      return value.group(2);
    }
    Matcher name = NAME_IN_URL.matcher(line);
    if (name.find()) {
      return name.group(1);
    }
    Matcher word = UNFINISHED.matcher(line);
    return word.find() ? word.group() : "";
  }

  /**
   * What can stand in the place of the {@link #unfinished} word.
   *
   * @param line up to the cursor
   */
  List<String> of(String line) {
    String begun = unfinished(line);
    Matcher value = VALUE_IN_URL.matcher(line);
    if (value.find()) {
      return properties.find(value.group(1)).map(Property::choices).orElse(List.of()).stream()
          .filter(choice -> startsWith(choice, begun))
          .toList();
    }
    if (NAME_IN_URL.matcher(line).find()) {
      return properties.properties().stream()
          .filter(Property::isAllowedInUrl)
          .map(property -> property.name() + "=")
          .filter(name -> startsWith(name, begun))
          .toList();
    }
    if (NAME_BEHIND_OPTION.matcher(line).find()) {
      return properties.properties().stream()
          .map(Property::name)
          .filter(name -> startsWith(name, begun))
          .toList();
    }
    boolean isUrlNext = !VALUE_BEHIND_OPTION.matcher(line).find() && !line.contains(URL);
    return isUrlNext && URL.startsWith(begun) ? List.of(URL) : List.of();
  }

  private static boolean startsWith(String name, String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
