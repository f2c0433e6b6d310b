package dev.imago.core.description;

import java.util.List;

/**
 * What a write takes: a value by its SQL name, and where in the request it stands.
 *
 * @param name the SQL name: a column of the table, or a name of its own
 * @param alsoCalled other names that EXEC accepts for it, such as the API's own
 * @param type what it holds, as {@link ColumnType} has it
 * @param says what it is, one sentence in our own words
 * @param values the values that the API documents, for an open enumeration; empty when it is none
 * @param required whether nothing can be sent without it
 * @param secret whether its value is printed as {@code ***}
 */
public record WriteArgument(
    String name,
    List<String> alsoCalled,
    ColumnType type,
    String says,
    List<String> values,
    Place place,
    boolean required,
    ValueCheck check,
    boolean secret) {
  public WriteArgument {
    alsoCalled = List.copyOf(alsoCalled);
    values = List.copyOf(values);
  }

  /** Whether EXEC accepts the name for it. */
  public boolean isCalled(String given) {
    return name.equalsIgnoreCase(given)
        || alsoCalled.stream().anyMatch(other -> other.equalsIgnoreCase(given));
  }

  /** Where in a request a value stands. */
  public sealed interface Place {

    /** A variable of the service's URL, the path, or a header or query parameter of the call. */
    record CallVariable() implements Place {}

    /** A query parameter, which is left out when there is no value. */
    record QueryParameter(String name) implements Place {}

    /** A header, which is left out when there is no value. */
    record HeaderField(String name) implements Place {}

    /**
     * A field of the body.
     *
     * @param path its JSON names, from the outermost object down
     */
    record BodyField(List<String> path) implements Place {
      public BodyField {
        path = List.copyOf(path);
      }
    }
  }

  /** Whether the value stands in the body. */
  public boolean isInBody() {
    return place instanceof Place.BodyField;
  }
}
