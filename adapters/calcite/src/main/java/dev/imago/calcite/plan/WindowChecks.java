package dev.imago.calcite.plan;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Lets through the window functions and frames that Calcite's code computes right, and refuses all
 * others: for many it has no code, and for some its code gives wrong values.
 */
final class WindowChecks {
  /** Aggregates whose value does not change when a row is seen twice. */
  private static final Set<SqlKind> BLIND_TO_DUPLICATES =
      EnumSet.of(SqlKind.MIN, SqlKind.MAX, SqlKind.ANY_VALUE, SqlKind.BIT_AND, SqlKind.BIT_OR);

  /** Aggregates over the rows of any frame. */
  private static final Set<SqlKind> AGGREGATES =
      EnumSet.of(
          SqlKind.COUNT,
          SqlKind.REGR_COUNT,
          SqlKind.SUM,
          SqlKind.SUM0,
          SqlKind.MIN,
          SqlKind.MAX,
          SqlKind.ARG_MIN,
          SqlKind.ARG_MAX,
          SqlKind.ANY_VALUE,
          SqlKind.BIT_AND,
          SqlKind.BIT_OR,
          SqlKind.BIT_XOR,
          SqlKind.LISTAGG,
          SqlKind.MODE);

  /** The value of one row of the frame. */
  private static final Set<SqlKind> PICKED =
      EnumSet.of(SqlKind.FIRST_VALUE, SqlKind.LAST_VALUE, SqlKind.NTH_VALUE);

  private static final Set<SqlKind> NEIGHBOURS = EnumSet.of(SqlKind.LAG, SqlKind.LEAD);

  private static final Set<SqlKind> RANKS =
      EnumSet.of(SqlKind.ROW_NUMBER, SqlKind.RANK, SqlKind.DENSE_RANK);

  /** A frame is computed in Java's int; no partition in memory has so many rows. */
  private static final BigDecimal MOST_ROWS = BigDecimal.valueOf(1_000_000_000);

  /** A key and such an offset add up to a number that fits into Java's long. */
  private static final BigDecimal MOST_DISTANCE = BigDecimal.valueOf(1_000_000_000_000_000L);

  private WindowChecks() {}

  /**
   * Looks through a whole statement, and its sub-queries.
   *
   * @throws ImagoException {@link ErrorCode#NOT_SUPPORTED} for a window that would not be computed
   *     right, with the reason
   */
  static void check(RelNode statement) {
    RexShuttle expressions = new Expressions();
    statement.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode rel) {
            rel.accept(expressions);
            return super.visit(rel);
          }
        });
  }

  private static final class Expressions extends RexShuttle {
    @Override
    public RexNode visitOver(RexOver over) {
      check(over);
      return super.visitOver(over);
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      WindowChecks.check(query.rel);
      return super.visitSubQuery(query);
    }
  }

  private static void check(RexOver over) {
    String name = over.getAggOperator().getName();
    SqlKind kind = over.getAggOperator().getKind();
    if (over.ignoreNulls()) {
      throw refusal("IGNORE NULLS is not supported; leave rows without a value out in a sub-query");
    }
    if (over.isDistinct() && !BLIND_TO_DUPLICATES.contains(kind)) {
      throw refusal(
          name
              + "(DISTINCT ...) OVER (...) is not supported;"
              + " compute it in a sub-query with GROUP BY and join that");
    }
    if (PICKED.contains(kind)) {
      checkPicked(name, over.getWindow());
    } else if (NEIGHBOURS.contains(kind)) {
      checkNeighbour(name, over);
    } else if (SqlStdOperatorTable.APPROX_COUNT_DISTINCT.equals(over.getAggOperator())
        || (!AGGREGATES.contains(kind) && !RANKS.contains(kind))) {
      throw refusal(
          name
              + " cannot be used with OVER (...); compute it in a sub-query with GROUP BY and join"
              + " that");
    }
    checkFrame(over.getWindow());
  }

  private static void checkPicked(String name, RexWindow window) {
    if (window.getExclude() != RexWindowExclusion.EXCLUDE_NO_OTHER) {
      throw refusal(name + " over a frame with EXCLUDE is not supported");
    }
    if (mayBeEmpty(window)) {
      throw refusal(
          name
              + " over a frame that may have no rows is not supported; let the frame include the"
              + " current row, or use LAG or LEAD");
    }
  }

  /** A frame with the current row in it is never empty. */
  private static boolean mayBeEmpty(RexWindow window) {
    RexWindowBound lower = window.getLowerBound();
    RexWindowBound upper = window.getUpperBound();
    return !(lower.isPreceding() || lower.isCurrentRow())
        || !(upper.isFollowing() || upper.isCurrentRow());
  }

  private static void checkNeighbour(String name, RexOver over) {
    if (over.getOperands().size() > 1) {
      RexNode distance = over.getOperands().get(1);
      if (!(distance instanceof RexLiteral literal)
          || literal.isNull()
          || literal.getType().getSqlTypeName() != SqlTypeName.INTEGER) {
        throw refusal("the second argument of " + name + " must be a number of rows, such as 2");
      }
    }
  }

  private static void checkFrame(RexWindow window) {
    checkBound(window, window.getLowerBound());
    checkBound(window, window.getUpperBound());
  }

  private static void checkBound(RexWindow window, RexWindowBound bound) {
    RexNode offset = bound.getOffset();
    if (offset == null) {
      return;
    }
    String frame = window.isRows() ? "ROWS" : "RANGE";
    if (!(offset instanceof RexLiteral literal) || literal.isNull()) {
      throw refusal("a frame of " + frame + " needs a constant before PRECEDING and FOLLOWING");
    }
    if (window.isRows()) {
      checkSize(frame, literal, MOST_ROWS);
    } else {
      checkRange(window, literal);
    }
  }

  private static void checkRange(RexWindow window, RexLiteral offset) {
    RelDataType key = window.orderKeys.get(0).left.getType();
    SqlTypeName distance = offset.getType().getSqlTypeName();
    boolean isNumber =
        SqlTypeName.INT_TYPES.contains(key.getSqlTypeName())
            && SqlTypeName.INT_TYPES.contains(distance);
    boolean isTime =
        key.getSqlTypeName() == SqlTypeName.TIMESTAMP
            && SqlTypeName.DAY_INTERVAL_TYPES.contains(distance);
    if (!isNumber && !isTime) {
      throw refusal(
          "a frame of RANGE with a distance needs an order by whole numbers, with a whole number,"
              + " or by a TIMESTAMP, with an interval of days or less");
    }
    if (window.orderKeys.get(0).getDirection() == RelFieldCollation.Direction.DESCENDING) {
      throw refusal(
          "a frame of RANGE with a distance needs an ascending order; leave DESC out, and swap"
              + " PRECEDING and FOLLOWING");
    }
    if (key.isNullable()) {
      throw refusal(
          "a frame of RANGE with a distance needs an order without NULL; order by COALESCE(...)");
    }
    checkSize(
        "RANGE",
        offset,
        SqlTypeName.INT_TYPES.contains(key.getSqlTypeName())
                && key.getSqlTypeName() != SqlTypeName.BIGINT
            ? MOST_ROWS
            : MOST_DISTANCE);
  }

  private static void checkSize(String frame, RexLiteral offset, BigDecimal most) {
    BigDecimal size = offset.getValueAs(BigDecimal.class);
    if (size == null || size.signum() < 0 || size.compareTo(most) > 0) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          "the distance of a frame of "
              + frame
              + " must be between 0 and "
              + most.toPlainString()
              + "; UNBOUNDED has no limit");
    }
  }

  private static ImagoException refusal(String reason) {
    return new ImagoException(ErrorCode.NOT_SUPPORTED, reason);
  }
}
