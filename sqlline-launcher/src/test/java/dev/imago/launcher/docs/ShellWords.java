package dev.imago.launcher.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a shell command that uses quotes, and nothing else that a shell would expand. */
final class ShellWords {
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\"']+)");
  private static final Pattern LINE_GOES_ON = Pattern.compile("\\\\\n\\s*");

  private ShellWords() {}

  static List<String> of(String command) {
    return WORD.matcher(LINE_GOES_ON.matcher(command).replaceAll(""))
        .results()
        .map(word -> unquoted(word.group()))
        .toList();
  }

  private static String unquoted(String word) {
    return PART.matcher(word).results().map(ShellWords::content).collect(Collectors.joining());
  }

  private static String content(MatchResult part) {
    for (int group = 1; group <= part.groupCount(); group++) {
      if (part.group(group) != null) {
        return part.group(group);
      }
    }
    throw new IllegalStateException(part.group());
  }
}
