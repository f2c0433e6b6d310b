package dev.imago.calcite.plan;

import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.AliasNamespace;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.jspecify.annotations.Nullable;

/**
 * What {@code UNNEST(x) AS f} names. Calcite calls a sole column {@code f}, whatever it is; here
 * the sole field of a ROW keeps its name, as each of several fields does.
 */
final class UnnestAlias extends AliasNamespace {
  private final SqlNode unnested;

  UnnestAlias(SqlValidatorImpl validator, SqlCall call, @Nullable SqlNode enclosingNode) {
    super(validator, call, enclosingNode);
    this.unnested = ((SqlCall) call.operand(0)).operand(0);
  }

  /** Whether it is the alias, without names for the columns, of one unnested list or map. */
  static boolean isOver(SqlCall call) {
    return call.getKind() == SqlKind.AS
        && call.operandCount() == 2
        && call.operand(0) instanceof SqlCall unnest
        && unnest.getKind() == SqlKind.UNNEST
        && unnest.operandCount() == 1;
  }

  @Override
  protected RelDataType validateImpl(RelDataType targetRowType) {
    RelDataType aliased = super.validateImpl(targetRowType);
    RelDataType element = validator.getValidatedNodeType(unnested).getComponentType();
    return element != null && element.isStruct()
        ? Objects.requireNonNull(validator.getNamespace(call.operand(0)))
            .getRowTypeSansSystemColumns()
        : aliased;
  }
}
