package dev.imago.core.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Where a structure is wanted, whether there is one. */
final class Structures {
  private Structures() {}

  /**
   * Whether the parser stands at the structure's beginning. Anything else is passed over, and is
   * unreadable unless it is null.
   */
  static boolean begins(
      JsonParser parser, JsonToken beginning, String type, UnreadableValues unreadable)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token == beginning) {
      return true;
    }
    if (token.isStructStart()) {
      unreadable.add(token == JsonToken.START_OBJECT ? "{...}" : "[...]", type);
      parser.skipChildren();
    } else if (token != JsonToken.VALUE_NULL) {
      unreadable.add(parser.getText(), type);
    }
    return false;
  }
}
