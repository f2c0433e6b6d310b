package dev.imago.core.description;

import java.util.Optional;

/**
 * What the body of a write is made of.
 *
 * @param form how the values stand in it
 * @param mask the field that names the fields that were given, for an API that resets the others;
 *     for {@link Form#FIELDS} alone
 * @param asTexts whether numbers and booleans are sent as texts: {@code "true"}
 * @param contentType the media type that it is sent as
 */
public record WriteBody(Form form, Optional<String> mask, boolean asTexts, String contentType) {
  /** What most APIs take. */
  public static final String JSON = "application/json; charset=utf-8";

  /** How the values stand in the body. */
  public enum Form {
    /** There is no body. */
    NONE,
    /** {@code {}}, whatever the values are. */
    EMPTY,
    /** An object of the values that were given; the values may be none. */
    FIELDS,
    /**
     * A list of changes as RFC 6902 has them, {@code [{"op": "add", "path": "/name", "value":
     * ..}]}: a value is added, which replaces one that is there, and NULL removes it.
     */
    JSON_PATCH
  }
}
