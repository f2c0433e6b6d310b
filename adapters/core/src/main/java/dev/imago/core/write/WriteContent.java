package dev.imago.core.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.HttpVerb;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place.BodyField;
import dev.imago.core.description.WriteBody;
import dev.imago.core.http.Content;
import dev.imago.core.http.SentSecrets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a write, made of the values that were given. */
final class WriteContent {
  private final JsonFactory json;
  private final WriteRequest request;

  WriteContent(JsonFactory json, WriteRequest request) {
    this.json = json;
    this.request = request;
  }

  /** The body; empty when the write has none. */
  Optional<Content> content() {
    WriteBody body = request.method().body();
    if (body.form() == WriteBody.Form.NONE || isEmptyDelete(body)) {
      return Optional.empty();
    }
    HiddenSecrets hidden = new HiddenSecrets();
    String shown = text(body, hidden);
    return Optional.of(
        new Content(body.contentType(), text(body, null), shown, new SentSecrets(hidden.texts())));
  }

  private String text(WriteBody body, @Nullable HiddenSecrets hidden) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      JsonValues values = new JsonValues(json, hidden);
      switch (body.form()) {
        case FIELDS -> writeFields(out, values, body.mask());
        case JSON_PATCH -> writePatch(out, values);
        case EMPTY, NONE -> {
          out.writeStartObject();
          out.writeEndObject();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be written", e);
    }
    return text.toString();
  }

  /** A DELETE with a body is unusual: where nothing has to be said, there is none. */
  private boolean isEmptyDelete(WriteBody body) {
    return body.form() == WriteBody.Form.FIELDS
        && request.method().verb() == HttpVerb.DELETE
        && given().isEmpty();
  }

  private List<WriteArgument> given() {
    return request.method().arguments().stream()
        .filter(argument -> argument.isInBody())
        .filter(argument -> request.arguments().containsKey(argument.name()))
        .toList();
  }

  private static List<String> path(WriteArgument argument) {
    return ((BodyField) argument.place()).path();
  }

  /**
   * An object. Where a mask says which fields count, one that is named there and has no value is
   * taken away; elsewhere null says so.
   */
  private void writeFields(JsonGenerator out, JsonValues values, Optional<String> mask)
      throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    List<String> masked = new ArrayList<>();
    for (WriteArgument argument : given()) {
      masked.add(String.join(".", path(argument)));
      if (mask.isEmpty() || request.value(argument).isPresent()) {
        add(tree, path(argument), argument);
      }
    }
    out.writeStartObject();
    if (mask.isPresent()) {
      out.writeStringField(mask.get(), String.join(",", masked));
    }
    writeTree(out, values, tree);
    out.writeEndObject();
  }

  @SuppressWarnings("unchecked") // Only this method fills the tree.
  private static void add(Map<String, Object> tree, List<String> path, WriteArgument argument) {
    if (path.size() == 1) {
      tree.put(path.get(0), argument);
      return;
    }
    Object below = tree.computeIfAbsent(path.get(0), name -> new LinkedHashMap<String, Object>());
    add((Map<String, Object>) below, path.subList(1, path.size()), argument);
  }

  @SuppressWarnings("unchecked") // Only add fills the tree.
  private void writeTree(JsonGenerator out, JsonValues values, Map<String, Object> tree)
      throws IOException {
    for (Map.Entry<String, Object> entry : tree.entrySet()) {
      out.writeFieldName(entry.getKey());
      if (entry.getValue() instanceof WriteArgument argument) {
        writeValue(out, values, argument);
      } else {
        out.writeStartObject();
        writeTree(out, values, (Map<String, Object>) entry.getValue());
        out.writeEndObject();
      }
    }
  }

  private @Nullable Object value(WriteArgument argument) {
    return request.arguments().get(argument.name());
  }

  private void writeValue(JsonGenerator out, JsonValues values, WriteArgument argument)
      throws IOException {
    Object value = value(argument);
    boolean asTexts = request.method().body().asTexts();
    if (value != null
        && asTexts
        && argument.type() instanceof Scalar scalar
        && !(value instanceof JsonValue)) {
      String text = JsonScalars.text(scalar, value, argument.name());
      values.write(out, Scalar.VARCHAR, argument.secret(), text, argument.name());
    } else {
      values.write(out, argument.type(), argument.secret(), value, argument.name());
    }
  }

  private void writePatch(JsonGenerator out, JsonValues values) throws IOException {
    out.writeStartArray();
    for (WriteArgument argument : given()) {
      boolean isRemoved = request.value(argument).isEmpty();
      out.writeStartObject();
      out.writeStringField("op", isRemoved ? "remove" : "add");
      out.writeStringField("path", "/" + path(argument).get(0));
      if (!isRemoved) {
        out.writeFieldName("value");
        writeValue(out, values, argument);
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
