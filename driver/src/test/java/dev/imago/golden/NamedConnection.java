package dev.imago.golden;

import java.util.Locale;

/** A connection that scripts choose by {@code !use name}. */
enum NamedConnection {
  /** What {@code imago --demo} connects with. */
  DEMO(""),
  /** Google's compute service is where bare table names are looked for. */
  COMPUTE("schema=google.compute"),
  /** Nothing stands in for a parameter that a query leaves out. */
  STRICT("google.project=;enumerate=false"),
  /** Nothing stands in but what can be listed. */
  UNBOUND("google.project=;yandex.folder_id="),
  /** At most one call a statement. */
  FRUGAL("maxCalls=1"),
  /** For tools that know no nested types. */
  FLAT("complexTypes=json");

  private final String properties;

  NamedConnection(String properties) {
    this.properties = properties;
  }

  static NamedConnection named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String url() {
    return "jdbc:imago:" + properties;
  }
}
