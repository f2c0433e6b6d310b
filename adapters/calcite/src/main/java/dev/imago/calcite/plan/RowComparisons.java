package dev.imago.calcite.plan;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;

/**
 * Refuses what would compare values that are a ROW or hold one. While a statement runs such a value
 * is an array, which Java compares by identity, so that equal values would seem different. Refuses,
 * too, what would ask which of two lists or maps is greater.
 */
final class RowComparisons {
  private static final Set<SqlKind> COMPARING =
      Set.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.IS_NOT_DISTINCT_FROM);

  private static final Set<SqlKind> UNEQUAL =
      Set.of(
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL);

  private static final Set<SqlKind> QUANTIFIED = Set.of(SqlKind.IN, SqlKind.NOT_IN, SqlKind.SOME);

  private static final Set<SqlKind> ORDERING =
      Set.of(SqlKind.MIN, SqlKind.MAX, SqlKind.ARG_MIN, SqlKind.ARG_MAX, SqlKind.MODE);

  private RowComparisons() {}

  /**
   * Looks through a whole statement, and its sub-queries.
   *
   * @throws ImagoException {@link ErrorCode#NOT_SUPPORTED} when it compares a value that holds a
   *     ROW, or orders lists or maps by a comparison or in a window
   */
  static void refuse(RelNode statement) {
    RexShuttle expressions = new Expressions();
    statement.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode rel) {
            refuse(compared(rel));
            rel.accept(expressions);
            return super.visit(rel);
          }
        });
  }

  private static void refuse(Stream<RelDataType> types) {
    if (types.anyMatch(RowComparisons::holdsRow)) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "a ROW, or an ARRAY or MAP of them, cannot be compared, grouped, sorted or made"
              + " distinct; name its fields");
    }
  }

  private static void refuseOrder(Stream<RelDataType> types) {
    if (types.anyMatch(NestedEqualities::isNested)) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "an ARRAY or MAP is neither less nor greater than another; compare its elements");
    }
  }

  private static boolean holdsRow(RelDataType type) {
    return type.isStruct()
        || Stream.of(type.getComponentType(), type.getKeyType(), type.getValueType())
            .anyMatch(part -> part != null && holdsRow(part));
  }

  /** The types of what a node compares from row to row. */
  private static Stream<RelDataType> compared(RelNode rel) {
    if (rel instanceof Aggregate aggregate) {
      return compared(aggregate);
    }
    if (rel instanceof Sort sort) {
      return columns(
          rel,
          sort.getCollation().getFieldCollations().stream()
              .map(RelFieldCollation::getFieldIndex)
              .toList());
    }
    return rel instanceof SetOp set && !(set instanceof Union && set.all)
        ? rel.getRowType().getFieldList().stream().map(RelDataTypeField::getType)
        : Stream.empty();
  }

  private static Stream<RelDataType> compared(Aggregate aggregate) {
    RelNode input = aggregate.getInput();
    return Stream.concat(
        columns(input, aggregate.getGroupSet().asList()),
        aggregate.getAggCallList().stream()
            .flatMap(call -> columns(input, comparedArguments(call))));
  }

  private static List<Integer> comparedArguments(AggregateCall call) {
    return Stream.concat(
            call.isDistinct() || ORDERING.contains(call.getAggregation().getKind())
                ? call.getArgList().stream()
                : Stream.empty(),
            call.getCollation().getFieldCollations().stream().map(RelFieldCollation::getFieldIndex))
        .toList();
  }

  private static Stream<RelDataType> columns(RelNode rel, List<Integer> columns) {
    return columns.stream().map(column -> rel.getRowType().getFieldList().get(column).getType());
  }

  /** The comparisons within expressions, and sub-queries. */
  private static final class Expressions extends RexShuttle {
    @Override
    public RexNode visitCall(RexCall call) {
      if (COMPARING.contains(call.getKind()) && !comparesWrittenRows(call)) {
        refuse(call.getOperands().stream().map(RexNode::getType));
      }
      if (UNEQUAL.contains(call.getKind())) {
        refuseOrder(call.getOperands().stream().map(RexNode::getType));
      }
      return super.visitCall(call);
    }

    /** {@code (a, b) = (1, 2)}: the values of both sides are lists, which are compared as such. */
    private static boolean comparesWrittenRows(RexCall call) {
      return call.getOperands().stream()
          .allMatch(
              operand ->
                  operand.isA(SqlKind.ROW)
                      && ((RexCall) operand)
                          .getOperands().stream().noneMatch(field -> holdsRow(field.getType())));
    }

    @Override
    public RexNode visitOver(RexOver over) {
      refuse(
          Stream.concat(
                  over.getWindow().partitionKeys.stream(),
                  over.getWindow().orderKeys.stream().map(key -> key.left))
              .map(RexNode::getType));
      refuseOrder(over.getWindow().orderKeys.stream().map(key -> key.left.getType()));
      if (over.isDistinct() || ORDERING.contains(over.getKind())) {
        refuse(over.getOperands().stream().map(RexNode::getType));
      }
      return super.visitOver(over);
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      if (QUANTIFIED.contains(query.getKind())) {
        refuse(query.rel.getRowType().getFieldList().stream().map(RelDataTypeField::getType));
      }
      if (query.op instanceof SqlQuantifyOperator quantified
          && UNEQUAL.contains(quantified.comparisonKind)) {
        refuseOrder(query.rel.getRowType().getFieldList().stream().map(RelDataTypeField::getType));
      }
      RowComparisons.refuse(query.rel);
      return super.visitSubQuery(query);
    }
  }
}
