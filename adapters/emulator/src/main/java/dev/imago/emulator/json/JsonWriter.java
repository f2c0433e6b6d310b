package dev.imago.emulator.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes trees, or what a {@link Selection} leaves of them, without copying them first. */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  /** The selected parts of a tree as UTF-8, on one line or indented. */
  public static byte[] write(JsonNode tree, Selection selection, boolean indented) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      if (indented) {
        generator.useDefaultPrettyPrinter();
      }
      value(generator, tree, selection);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed", impossible);
    }
    return out.toByteArray();
  }

  private static void value(JsonGenerator generator, JsonNode node, Selection selection)
      throws IOException {
    if (node instanceof ObjectNode object) {
      generator.writeStartObject();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        @Nullable Selection inside = selection.of(field.getKey());
        if (inside != null) {
          generator.writeFieldName(field.getKey());
          value(generator, field.getValue(), inside);
        }
      }
      generator.writeEndObject();
    } else if (node instanceof ArrayNode array) {
      generator.writeStartArray();
      for (JsonNode element : array) {
        value(generator, element, selection);
      }
      generator.writeEndArray();
    } else {
      scalar(generator, node);
    }
  }

  private static void scalar(JsonGenerator generator, JsonNode node) throws IOException {
    switch (node.getNodeType()) {
      case STRING -> generator.writeString(node.textValue());
      case BOOLEAN -> generator.writeBoolean(node.booleanValue());
      case NULL -> generator.writeNull();
      case NUMBER -> {
        if (node.isIntegralNumber()) {
          generator.writeNumber(node.longValue());
        } else {
          generator.writeNumber(node.doubleValue());
        }
      }
      default -> throw new IllegalStateException("No JSON for " + node.getNodeType());
    }
  }
}
