package dev.imago.calcite.rel;

import dev.imago.core.description.ColumnDescription;
import java.util.List;

/** A scan's state as text, for the planner's comparisons. */
final class SpecDigest {
  private SpecDigest() {}

  /** Differs whenever the specs differ. The table stands beside it. */
  static String of(ScanSpec spec) {
    List<String> columns = spec.columns().stream().map(ColumnDescription::name).toList();
    return "columns="
        + columns
        + " bindings="
        + spec.bindings().columns()
        + spec.bindings().bindings()
        + " widens="
        + spec.widens()
        + " reads="
        + spec.reads()
        + " predicates="
        + spec.predicates()
        + " order="
        + spec.order()
        + " limit="
        + spec.limit()
        + " origins="
        + spec.origins()
        + " omission="
        + spec.omission();
  }
}
