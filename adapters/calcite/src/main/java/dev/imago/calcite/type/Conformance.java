package dev.imago.calcite.type;

import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/** What SQL is accepted: the widest dialect, less what would surprise. */
public final class Conformance extends SqlDelegatingConformance {

  public Conformance() {
    super(SqlConformanceEnum.BABEL);
  }

  /**
   * The widest dialect looks for an unknown column among the SELECT list's aliases, and then says
   * of a mistyped one that it depends on itself.
   */
  @Override
  public SelectAliasLookup isSelectAlias() {
    return SelectAliasLookup.UNSUPPORTED;
  }

  /** {@code UNNEST(steps) AS s} gives a table {@code s} with the fields of a step as columns. */
  @Override
  public boolean allowAliasUnnestItems() {
    return false;
  }

  /** {@code ROW(1, 2)} is a row. */
  @Override
  public boolean allowExplicitRowValueConstructor() {
    return true;
  }

  /**
   * A column that is not grouped by is an error. The widest dialect takes any of its values, and in
   * a ROLLUP even puts one where the total has NULL.
   */
  @Override
  public boolean isNonStrictGroupBy() {
    return false;
  }
}
