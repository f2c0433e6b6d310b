package dev.imago.calcite.plan;

import dev.imago.calcite.exec.ValueSet;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.Sarg;

/**
 * Turns a long IN or NOT IN list into a look-up in a set. Calcite generates a comparison for every
 * value, and a thousand of them are more than a Java method may hold.
 */
final class LongLists extends RexShuttle {
  /** Shorter lists are quick enough as comparisons. */
  private static final int LONGEST_COMPARED = 32;

  /** Sets are handed to the code like parameters, with numbers that no statement reaches. */
  private static final int FIRST_SET = 1_000_000;

  private final RexBuilder rexBuilder;
  private final Map<String, Object> stashed;

  /**
   * @param stashed takes the sets, by the name that the code looks up
   */
  LongLists(RexBuilder rexBuilder, Map<String, Object> stashed) {
    this.rexBuilder = rexBuilder;
    this.stashed = stashed;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    return call.isA(SqlKind.SEARCH) ? lookUp(call).orElse(call) : super.visitCall(call);
  }

  private Optional<RexNode> lookUp(RexCall search) {
    RexNode operand = search.getOperands().get(0);
    Sarg<?> sarg = ((RexLiteral) search.getOperands().get(1)).getValueAs(Sarg.class);
    if (sarg == null
        || sarg.pointCount <= LONGEST_COMPARED
        || sarg.nullAs != RexUnknownAs.UNKNOWN) {
      return Optional.empty();
    }
    boolean negated = sarg.isComplementedPoints();
    Sarg<?> points = negated ? sarg.negate() : sarg;
    if (!points.isPoints() || !isComparable(operand.getType())) {
      return Optional.empty();
    }
    RexNode contains =
        rexBuilder.makeCall(containsFunction(), operand.accept(this), reference(points));
    return Optional.of(negated ? rexBuilder.makeCall(SqlStdOperatorTable.NOT, contains) : contains);
  }

  private static boolean isComparable(RelDataType type) {
    return SqlTypeUtil.inCharFamily(type) || SqlTypeUtil.isExactNumeric(type);
  }

  private RexNode reference(Sarg<?> points) {
    List<Object> values = new ArrayList<>();
    for (var range : points.rangeSet.asRanges()) {
      Object point = range.lowerEndpoint();
      values.add(point instanceof NlsString text ? text.getValue() : point);
    }
    int number = FIRST_SET + stashed.size();
    stashed.put("?" + number, new ValueSet(values));
    return rexBuilder.makeDynamicParam(
        rexBuilder.getTypeFactory().createSqlType(SqlTypeName.ANY), number);
  }

  private static SqlUserDefinedFunction containsFunction() {
    Method contains = Types.lookupMethod(ValueSet.class, "contains", Object.class, Object.class);
    return new SqlUserDefinedFunction(
        new SqlIdentifier(ValueSet.FUNCTION, SqlParserPos.ZERO),
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.BOOLEAN_NULLABLE,
        InferTypes.ANY_NULLABLE,
        OperandTypes.operandMetadata(
            List.of(), factory -> List.of(), index -> "value", index -> false),
        ScalarFunctionImpl.create(contains));
  }
}
