package dev.imago.calcite.rel;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator.InputGetterImpl;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/** Code for rows that travel as arrays, whatever their width. */
final class ArrayRows {
  private ArrayRows() {}

  /** The row type as that of an array. */
  static PhysType of(RelDataType rowType, EnumerableRelImplementor implementor) {
    return PhysTypeImpl.of(implementor.getTypeFactory(), rowType, JavaRowFormat.ARRAY, false);
  }

  /**
   * {@code (leftRow, rightRow) -> whether they belong together}.
   *
   * @param condition over the columns of both inputs of the join
   */
  @SuppressWarnings("unchecked") // The class of a function has no type parameters.
  static Expression condition(RexNode condition, BiRel join, EnumerableRelImplementor implementor) {
    BlockBuilder code = new BlockBuilder();
    ParameterExpression one = Expressions.parameter(Object[].class, "leftRow");
    ParameterExpression other = Expressions.parameter(Object[].class, "rightRow");
    RexProgramBuilder program =
        new RexProgramBuilder(pairType(join), join.getCluster().getRexBuilder());
    program.addIdentity();
    program.addCondition(condition);
    code.add(
        Expressions.return_(
            null,
            RexToLixTranslator.translateCondition(
                program.getProgram(),
                implementor.getTypeFactory(),
                code,
                new InputGetterImpl(
                    ImmutableMap.of(
                        one, of(join.getLeft().getRowType(), implementor),
                        other, of(join.getRight().getRowType(), implementor))),
                implementor::getCorrelVariableGetter,
                SqlConformanceEnum.BABEL)));
    return Expressions.lambda(Predicate2.class, code.toBlock(), one, other);
  }

  private static RelDataType pairType(BiRel join) {
    return SqlValidatorUtil.createJoinType(
        join.getCluster().getTypeFactory(),
        join.getLeft().getRowType(),
        join.getRight().getRowType(),
        null,
        List.of());
  }
}
