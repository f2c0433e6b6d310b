package dev.imago.core.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.http.MalformedAnswerException;
import dev.imago.core.row.RowDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer, row by row, while it arrives. What stands beside the rows may come before or
 * after them; it is known once the last row is read.
 */
final class PageParser implements AutoCloseable {
  private static final String WARNING = "warning";
  private static final String WARNING_CODE = "code";

  /** The warnings that mean that rows are missing. */
  private static final Set<String> LACKING = Set.of("UNREACHABLE", "PARTIAL_SUCCESS");

  private final JsonParser parser;
  private final ReadMethod method;
  private final RowDecoder decoder;
  private final List<String> unreachable = new ArrayList<>();

  /** How many steps of {@link ReadMethod#rows} the parser is below the answer. */
  private int depth;

  private boolean isStarted;
  private boolean isInRows;
  private boolean isEnded;

  /** The whole key of the entry that the parser is in. */
  private @Nullable String entry;

  private @Nullable String scope;
  private @Nullable String stated;
  private long rows;

  /**
   * A parser for one answer.
   *
   * @param body begins with an object
   */
  PageParser(InputStream body, ReadMethod method, RowDecoder decoder, JsonFactory json)
      throws IOException {
    this.parser = json.createParser(body);
    this.method = method;
    this.decoder = decoder;
  }

  /** The next row, or null when the answer has been read to its end. */
  @Nullable Object @Nullable [] next() throws IOException {
    while (findRow()) {
      rows++;
      @Nullable Object[] row = decoder.decode(parser, scope);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  /** Goes on to the beginning of a row's object; false when there is no further one. */
  private boolean findRow() throws IOException {
    if (!isStarted) {
      isStarted = true;
      parser.nextToken();
      if (method.rows().isEmpty()) {
        return true;
      }
    }
    while (!isEnded) {
      if (isInRows) {
        if (findRowOfArray()) {
          return true;
        }
        continue;
      }
      String name = method.rows().isEmpty() ? null : parser.nextFieldName();
      if (name == null) {
        leaveObject();
        continue;
      }
      parser.nextToken();
      if (visit(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How much of the answer is parsed: bytes of UTF-8, which JSON is written in. Of another
   * encoding, which is read all the same, it is characters: its bytes are decoded elsewhere.
   */
  long position() {
    JsonLocation location = parser.currentLocation();
    long bytes = location.getByteOffset();
    return bytes >= 0 ? bytes : location.getCharOffset();
  }

  /** What the page has told about the list, once the answer is read. */
  PageEnd end() {
    return new PageEnd(rows, Optional.ofNullable(stated), decoder.marker());
  }

  /** The locations that did not answer, once the answer is read. */
  List<String> unreachable() {
    return List.copyOf(unreachable);
  }

  private boolean findRowOfArray() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      isInRows = false;
      return false;
    }
    if (token != JsonToken.START_OBJECT) {
      throw new MalformedAnswerException(
          "\"" + rowsPath() + "\" holds " + spelled(token) + " where a row should be");
    }
    return true;
  }

  /** After the outermost object, nothing but blanks may come: to read them proves it. */
  private void leaveObject() throws IOException {
    if (depth > 0) {
      depth--;
      return;
    }
    JsonToken after = parser.nextToken();
    if (after != null) {
      throw new MalformedAnswerException("after its JSON object comes " + spelled(after));
    }
    isEnded = true;
  }

  /**
   * Goes through one field, at its value.
   *
   * @return whether the value itself is the row
   */
  private boolean visit(String name) throws IOException {
    String step = method.rows().get(depth);
    if (step.equals(ReadMethod.EVERY_ENTRY)) {
      return belongs(name) ? descend() : skip();
    }
    if (step.equals(name)) {
      return descend();
    }
    if (depth == 0 && isPagingField(name)) {
      stated = pagingText(name);
      return false;
    }
    if (depth == 0 && method.unreachable().filter(name::equals).isPresent()) {
      readUnreachable();
      return false;
    }
    if (isInEntry() && name.equals(WARNING) && parser.currentToken() == JsonToken.START_OBJECT) {
      readWarning();
      return false;
    }
    return skip();
  }

  private boolean isPagingField(String name) {
    return method.paging().flatMap(Paging::answerField).filter(name::equals).isPresent();
  }

  private boolean isInEntry() {
    return depth > 0 && method.rows().get(depth - 1).equals(ReadMethod.EVERY_ENTRY);
  }

  private boolean skip() throws IOException {
    parser.skipChildren();
    return false;
  }

  /** Notes an entry's key; false for the entries of other collections. */
  private boolean belongs(String key) {
    entry = key;
    Optional<ReadMethod.Scope> declared = method.scope();
    if (declared.isEmpty()) {
      scope = key;
      return true;
    }
    String prefix = declared.get().collection() + "/";
    if (!key.startsWith(prefix)) {
      return false;
    }
    scope = key.substring(prefix.length());
    return true;
  }

  private boolean descend() throws IOException {
    JsonToken token = parser.currentToken();
    boolean isLastStep = depth == method.rows().size() - 1;
    if (token == JsonToken.VALUE_NULL) {
      return false;
    }
    if (isLastStep && token == JsonToken.START_ARRAY) {
      isInRows = true;
      return false;
    }
    if (isLastStep && token == JsonToken.START_OBJECT && method.kind() == ReadMethod.Kind.GET) {
      return true;
    }
    if (isLastStep || token != JsonToken.START_OBJECT) {
      throw new MalformedAnswerException(
          "\""
              + rowsPath()
              + "\" leads to "
              + spelled(token)
              + " where "
              + (isLastStep ? "the rows" : "an object")
              + " should be");
    }
    depth++;
    return false;
  }

  private @Nullable String pagingText(String name) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      throw new MalformedAnswerException(
          "\"" + name + "\", which says how the list goes on, is " + spelled(token));
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  private void readUnreachable() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      throw new MalformedAnswerException("the list of unreachable locations is " + spelled(token));
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      unreachable.add(parser.currentToken().isScalarValue() ? parser.getText() : "?");
      parser.skipChildren();
    }
  }

  private void readWarning() throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals(WARNING_CODE) && LACKING.contains(parser.getText())) {
        unreachable.add(entry == null ? "?" : entry);
      }
      parser.skipChildren();
    }
  }

  private String rowsPath() {
    return String.join(".", method.rows());
  }

  private static String spelled(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      default -> "something else";
    };
  }

  /** Lets the parser's buffers go; the body is its call's to close. */
  @Override
  public void close() throws IOException {
    parser.close();
  }
}
