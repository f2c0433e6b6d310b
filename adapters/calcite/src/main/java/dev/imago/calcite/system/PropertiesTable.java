package dev.imago.calcite.system;

import dev.imago.calcite.system.SystemTable.Column;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.property.Settings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code imago.system.properties}: the connection's properties, without secrets. */
final class PropertiesTable {
  private PropertiesTable() {}

  static SystemTable table(Settings settings) {
    return new SystemTable(
        "One property of this connection.",
        List.of(
            new Column("name", Scalar.VARCHAR, "The property."),
            new Column("value", Scalar.VARCHAR, "Its value; *** for a secret."),
            new Column("source", Scalar.VARCHAR, "Where the value comes from."),
            new Column("default_value", Scalar.VARCHAR, "The value where none is given."),
            new Column("description", Scalar.VARCHAR, "What it does.")),
        context -> settings.values().stream().map(PropertiesTable::row).toList());
  }

  private static @Nullable Object[] row(Settings.Value value) {
    return new @Nullable Object[] {
      value.property().name(),
      value.shown(),
      value.source().name().toLowerCase(Locale.ROOT),
      value.property().defaultValue(),
      value.property().description()
    };
  }
}
