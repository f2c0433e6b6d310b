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
  /** Looks at what it awaits again and again. */
  PATIENT("pollInterval=10ms"),
  /** Waits for the end of whatever it starts. */
  AWAITING("await=true;pollInterval=10ms"),
  /** Changes the rows that it finds, without their keys. */
  BULK("bulkWrites=true"),
  /** Changes nothing. */
  READING("readOnly=true"),
  /** Goes without the rows of accounts that fail. */
  PARTIAL("partial=true;google.project=acme-prod,acme-locked"),
  /** Keeps answers for later statements. */
  CACHING("cacheTtl=60s"),
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
