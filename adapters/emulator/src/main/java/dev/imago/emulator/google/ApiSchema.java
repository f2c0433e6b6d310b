package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.json.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one API and their fields: Google's discovery document reduced to names and types.
 * The file is read when it is first asked for. Safe for any number of threads.
 */
public final class ApiSchema {
  private final ReentrantLock lock = new ReentrantLock();
  private final String file;
  private @Nullable JsonNode document;

  /**
   * A schema in this package's resources.
   *
   * @param file its name, such as {@code compute.json}
   */
  public ApiSchema(String file) {
    this.file = file;
  }

  /** The type of a message's field, or empty when the message has no such field. */
  public Optional<FieldType> field(String message, String field) {
    JsonNode notation = document().path("types").path(message).path(field);
    return notation.isTextual()
        ? Optional.of(FieldType.parse(notation.textValue()))
        : Optional.empty();
  }

  /** Whether a message's field holds a list. */
  boolean isList(String message, String field) {
    return document().path("types").path(message).path(field).asText().endsWith("[]");
  }

  /** Whether only the beta version has a message's field. */
  boolean isBeta(String message, String field) {
    return contains(document().path("betaOnly"), message + "." + field);
  }

  /** Whether the API says a message's field and does not take it. */
  boolean isOutputOnly(String message, String field) {
    return contains(document().path("outputOnly"), message + "." + field);
  }

  /** The values of a field that is an enum, by their numbers; none for another field. */
  List<String> enumValues(String message, String field) {
    List<String> values = new ArrayList<>();
    document()
        .path("enums")
        .path(message + "." + field)
        .forEach(value -> values.add(value.textValue()));
    return values;
  }

  private static boolean contains(JsonNode list, String text) {
    for (JsonNode element : list) {
      if (element.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** The type at a path of fields and map keys, or empty when there is no such path. */
  public Optional<FieldType> resolve(String message, List<String> path) {
    FieldType type = new FieldType(message, false);
    for (int i = 0; i < path.size(); i++) {
      if (type.isAny()) {
        return Optional.of(type);
      }
      if (type.map()) {
        // A key of a map; label keys may have dots, so the rest of the path is the key.
        return Optional.of(type.value());
      }
      Optional<FieldType> inner = field(type.name(), path.get(i));
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      type = inner.get();
    }
    return Optional.of(type);
  }

  /** All of a message except the fields that only the beta version has. */
  public Selection withoutBeta(String message) {
    Set<String> left = new HashSet<>();
    document().path("betaOnly").forEach(field -> left.add(field.textValue()));
    return new Released(new FieldType(message, false), left);
  }

  private JsonNode document() {
    lock.lock();
    try {
      JsonNode loaded = document;
      if (loaded == null) {
        loaded = load();
        document = loaded;
      }
      return loaded;
    } finally {
      lock.unlock();
    }
  }

  private JsonNode load() {
    try (InputStream in = ApiSchema.class.getResourceAsStream("schema/" + file)) {
      return JsonReader.read(Objects.requireNonNull(in, file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The schema " + file + " cannot be read", unreadable);
    }
  }

  private final class Released implements Selection {
    private final FieldType type;
    private final Set<String> betaOnly;

    Released(FieldType type, Set<String> betaOnly) {
      this.type = type;
      this.betaOnly = betaOnly;
    }

    @Override
    public @Nullable Selection of(String field) {
      if (type.map()) {
        return new Released(type.value(), betaOnly);
      }
      if (betaOnly.contains(type.name() + "." + field)) {
        return null;
      }
      return field(type.name(), field)
          .<Selection>map(inner -> new Released(inner, betaOnly))
          .orElse(Selection.everything());
    }
  }
}
