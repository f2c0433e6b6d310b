package dev.imago.core.description;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
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
   * @throws ImagoException {@link ErrorCode#INVALID_DESCRIPTION} when a brace is not closed or a
   *     variable stands twice
   */
  public static PathTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      if (open < 0) {
        parts.add(new Part(text.substring(from), false));
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new ImagoException(
            ErrorCode.INVALID_DESCRIPTION, "the path \"" + text + "\" has an unclosed brace");
      }
      if (open > from) {
        parts.add(new Part(text.substring(from, open), false));
      }
      Part variable = new Part(text.substring(open + 1, close), true);
      if (parts.contains(variable)) {
        throw new ImagoException(
            ErrorCode.INVALID_DESCRIPTION,
            "the path \"" + text + "\" names {" + variable.text() + "} twice");
      }
      parts.add(variable);
      from = close + 1;
    }
    return new PathTemplate(text, parts);
  }

  /** The variables in path order. */
  public List<String> variables() {
    return parts.stream().filter(Part::isVariable).map(Part::text).toList();
  }

  /** The path with every variable replaced by its value, percent-encoded as one segment. */
  public String expand(Function<String, String> values) {
    StringBuilder path = new StringBuilder();
    for (Part part : parts) {
      path.append(part.isVariable() ? encode(values.apply(part.text())) : part.text());
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

  private static String encode(String segment) {
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
