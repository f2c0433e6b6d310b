package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON field that some column wants: whole, in part, or through fields below it. The nodes are
 * a tree, so that each object of an answer is walked once.
 */
final class FieldNode {
  private final JsonFactory json;
  private final Map<String, FieldNode> children = new HashMap<>();
  private final List<Target> targets = new ArrayList<>();
  private final List<Target> below = new ArrayList<>();

  /** A column that takes the value, by its place in the row. */
  private record Target(int index, ValueReader reader, UnreadableValues unreadable) {}

  FieldNode(JsonFactory json) {
    this.json = json;
  }

  /** Adds a column that takes the value at the path below this node. */
  void add(List<String> path, int index, ValueReader reader, UnreadableValues unreadable) {
    add(path, new Target(index, reader, unreadable));
  }

  private void add(List<String> path, Target target) {
    if (path.isEmpty()) {
      targets.add(target);
      return;
    }
    below.add(target);
    children
        .computeIfAbsent(path.get(0), name -> new FieldNode(json))
        .add(path.subList(1, path.size()), target);
  }

  /** Reads the fields of the object that the parser stands at the beginning of. */
  void readFields(JsonParser parser, @Nullable Object[] row) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      FieldNode child = children.get(name);
      JsonToken token = parser.nextToken();
      if (child != null) {
        child.readValue(parser, row);
      } else if (token.isStructStart()) {
        parser.skipChildren();
      }
    }
  }

  private void readValue(JsonParser parser, @Nullable Object[] row) throws IOException {
    if (below.isEmpty() && targets.size() == 1) {
      Target target = targets.get(0);
      row[target.index()] = target.reader().read(parser);
    } else if (targets.isEmpty()) {
      readBelow(parser, row);
    } else if (parser.currentToken().isStructStart()) {
      readOften(JsonText.copy(parser, json), row);
    } else {
      // A scalar is one token, which can be read again and again.
      for (Target target : targets) {
        row[target.index()] = target.reader().read(parser);
      }
      readBelow(parser, row);
    }
  }

  /** A structure can be read from the socket once only, but several columns want it. */
  private void readOften(String text, @Nullable Object[] row) throws IOException {
    for (Target target : targets) {
      try (JsonParser parser = json.createParser(text)) {
        parser.nextToken();
        row[target.index()] = target.reader().read(parser);
      }
    }
    try (JsonParser parser = json.createParser(text)) {
      parser.nextToken();
      readBelow(parser, row);
    }
  }

  private void readBelow(JsonParser parser, @Nullable Object[] row) throws IOException {
    // A field that comes twice counts the last time, with all that is below it.
    for (Target target : below) {
      row[target.index()] = null;
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      readFields(parser, row);
    } else if (token != JsonToken.VALUE_NULL) {
      String value = token.isScalarValue() ? parser.getText() : "[...]";
      for (Target target : below) {
        target.unreadable().add(value, "object");
      }
      parser.skipChildren();
    }
  }
}
