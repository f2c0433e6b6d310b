package dev.imago.calcite.plan;

import org.apache.calcite.plan.RelOptTable.ViewExpander;

/** How views become queries. There is none yet, so nothing can ask. */
final class ViewExpansion {
  static final ViewExpander NONE =
      (rowType, query, schemaPath, viewPath) -> {
        throw new IllegalStateException("there is no view, but one is expanded: " + viewPath);
      };

  private ViewExpansion() {}
}
