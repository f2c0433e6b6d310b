package dev.imago.emulator.google;

import dev.imago.emulator.json.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code fields} parameter: {@code a,b/c,items(rawDisk/source)}, {@code *} being any
 * name. Every name is checked against the schema of the answer.
 */
final class FieldSelector {
  private final ApiSchema schema;
  private final String text;
  private int position;

  private FieldSelector(ApiSchema schema, String text) {
    this.schema = schema;
    this.text = text;
  }

  /**
   * The selection that the parameter asks for.
   *
   * @throws GoogleFailure when the parameter cannot be read or names an unknown field
   */
  static Selection parse(String text, ApiSchema schema, String message) {
    FieldSelector selector = new FieldSelector(schema, text);
    Node root = new Node();
    selector.list(root, new FieldType(message, false));
    if (selector.position < text.length()) {
      throw selector.invalid(text);
    }
    return root;
  }

  private void list(Node parent, FieldType type) {
    do {
      path(parent, type);
    } while (accept(','));
  }

  private void path(Node parent, FieldType type) {
    String name = name();
    FieldType inner = typeOf(type, name);
    if (accept('/')) {
      path(parent.child(name), inner);
    } else if (accept('(')) {
      list(parent.child(name), inner);
      if (!accept(')')) {
        throw invalid(text);
      }
    } else {
      parent.child(name).whole = true;
    }
  }

  private FieldType typeOf(FieldType type, String name) {
    if (type.isAny()) {
      return type;
    }
    if (type.map()) {
      return type.value();
    }
    if ("*".equals(name)) {
      return new FieldType("any", false);
    }
    return schema.field(type.name(), name).orElseThrow(() -> invalid(name));
  }

  private String name() {
    int start = position;
    while (position < text.length() && "/(),".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    String name = text.substring(start, position).strip();
    if (name.isEmpty()) {
      throw invalid(text);
    }
    return name;
  }

  private boolean accept(char expected) {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    boolean found = position < text.length() && text.charAt(position) == expected;
    if (found) {
      position++;
    }
    return found;
  }

  private GoogleFailure invalid(String what) {
    return GoogleFailure.badParameter("fields", "Invalid field selection " + what);
  }

  private static final class Node implements Selection {
    private final Map<String, Node> children = new LinkedHashMap<>();
    private boolean whole;

    Node child(String name) {
      return children.computeIfAbsent(name, key -> new Node());
    }

    @Override
    public @Nullable Selection of(String field) {
      if (whole) {
        return Selection.everything();
      }
      Node named = children.get(field);
      Node any = children.get("*");
      if (named == null) {
        return any == null ? null : any.orEverything();
      }
      return named.orEverything();
    }

    private Selection orEverything() {
      return whole ? Selection.everything() : this;
    }
  }
}
