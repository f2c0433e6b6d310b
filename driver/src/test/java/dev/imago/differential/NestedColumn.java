package dev.imago.differential;

import java.util.List;

/**
 * A column of a nested type.
 *
 * @param declaration its type, as the other database writes it
 * @param parts the scalars in it, by their paths: {@code deprecated.state}, {@code licenses[1]}
 */
record NestedColumn(String name, String declaration, List<Term> parts) {
  NestedColumn {
    parts = List.copyOf(parts);
  }

  /** A part with values that it takes in the demo. */
  static Term part(String path, SqlType type, Object... samples) {
    return new Term(path, type, false, List.of(samples));
  }

  /** Whether it is a list of texts. */
  boolean isListOfTexts() {
    return declaration.equals("VARCHAR[]");
  }
}
