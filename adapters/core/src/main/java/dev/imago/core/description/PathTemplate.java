package dev.imago.core.description;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A path with variables: {@code projects/{project}/global/images/{name}}. A variable stands for
 * exactly one segment, or for the part of a segment before a {@code :verb}.
 */
public final class PathTemplate {
  private static final String UNRESERVED_MARKS = "-._~";

  private final String text;
  private final List<Part> parts;

  private PathTemplate(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  private record Part(String text, boolean isVariable) {}

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException when a brace is not closed, a variable has no name, stands
   *     twice or follows another without a text between them, or a slash stands at an end
   */
  public static PathTemplate parse(String text) {
    if (text.startsWith("/") || text.endsWith("/")) {
      throw invalid(text, "has a slash at an end");
    }
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      int end = open < 0 ? text.length() : open;
      if (end > from) {
        parts.add(new Part(text.substring(from, end), false));
      }
      if (text.substring(from, end).indexOf('}') >= 0) {
        throw invalid(text, "has a brace that is not opened");
      }
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw invalid(text, "has a brace that is not closed");
      }
      parts.add(variable(text, text.substring(open + 1, close), parts));
      from = close + 1;
    }
    return new PathTemplate(text, parts);
  }

  private static Part variable(String text, String name, List<Part> before) {
    if (name.isEmpty() || name.indexOf('{') >= 0) {
      throw invalid(text, "has a variable without a name");
    }
    Part variable = new Part(name, true);
    if (before.contains(variable)) {
      throw invalid(text, "names {" + name + "} twice");
    }
    if (!before.isEmpty() && before.get(before.size() - 1).isVariable()) {
      throw invalid(text, "has nothing between two variables");
    }
    return variable;
  }

  private static IllegalArgumentException invalid(String text, String why) {
    return new IllegalArgumentException("the path \"" + text + "\" " + why);
  }

  /** The variables in path order. */
  public List<String> variables() {
    return parts.stream().filter(Part::isVariable).map(Part::text).toList();
  }

  /** The path with every variable replaced by its value, percent-encoded as one segment. */
  public String expand(Function<String, String> values) {
    return fill(variable -> encode(values.apply(variable)));
  }

  /** The path with every variable replaced by a text that is taken as it is. */
  public String fill(Function<String, String> texts) {
    StringBuilder path = new StringBuilder();
    for (Part part : parts) {
      path.append(part.isVariable() ? texts.apply(part.text()) : part.text());
    }
    return path.toString();
  }

  /** The variables' values in a resource name of this shape; empty when it has another shape. */
  public Optional<Map<String, String>> match(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!part.isVariable()) {
        if (!name.startsWith(part.text(), at)) {
          return Optional.empty();
        }
        at += part.text().length();
        continue;
      }
      int end = i + 1 < parts.size() ? name.indexOf(parts.get(i + 1).text(), at) : name.length();
      if (end <= at || name.substring(at, end).indexOf('/') >= 0) {
        return Optional.empty();
      }
      values.put(part.text(), name.substring(at, end));
      at = end;
    }
    return at == name.length() ? Optional.of(values) : Optional.empty();
  }

  /** The text, percent-encoded: only RFC 3986's unreserved characters stay as they are. */
  public static String encode(String segment) {
    StringBuilder encoded = new StringBuilder(segment.length());
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (isUnreserved(c)) {
        encoded.append((char) c);
      } else {
        encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED_MARKS.indexOf(c) >= 0;
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
