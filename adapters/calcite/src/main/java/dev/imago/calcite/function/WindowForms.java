package dev.imago.calcite.function;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;

/**
 * Writes window functions that Calcite has no code for, or whose code gives wrong values, by means
 * of {@code COUNT}, {@code RANK} and {@code ROW_NUMBER} over the same window.
 */
final class WindowForms {
  private final SqlNode window;
  private final SqlParserPos position;

  private WindowForms(SqlNode window, SqlParserPos position) {
    this.window = window;
    this.position = position;
  }

  /**
   * The same call with functions that there is code for.
   *
   * @param over a call with {@code OVER}
   * @throws ImagoException {@link ErrorCode#NOT_SUPPORTED} and {@link ErrorCode#INVALID_VALUE}
   */
  static SqlNode standard(SqlCall over) {
    SqlNode applied = over.operand(0);
    if (applied.getKind() == SqlKind.FILTER) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "FILTER with OVER (...) is not supported; aggregate CASE WHEN ... THEN ... END instead");
    }
    if (!(applied instanceof SqlCall call)) {
      return over;
    }
    if (over.operand(1) instanceof SqlWindow inline
        && inline.getRefName() != null
        && inline.getLowerBound() != null) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "a frame added to a window of the WINDOW clause is not supported; write the whole window"
              + " after OVER");
    }
    WindowForms forms = new WindowForms(over.operand(1), over.getParserPosition());
    return switch (call.getOperator().getName().toUpperCase(Locale.ROOT)) {
      case "PERCENT_RANK" -> call.operandCount() == 0 ? forms.percentRank() : over;
      case "CUME_DIST" -> call.operandCount() == 0 ? forms.cumulativeShare() : over;
      case "NTILE" -> call.operandCount() == 1 ? forms.bucket(call.operand(0)) : over;
      case "NTH_VALUE" -> call.operandCount() == 2 ? forms.ofRow(over, call) : over;
      case "LAG", "LEAD" -> call.operandCount() == 3 ? forms.withDefault(call) : over;
      case "VAR_SAMP", "VARIANCE" ->
          call.operandCount() == 1 ? forms.ofTwoRows(over, SqlStdOperatorTable.COUNT, call) : over;
      case "COVAR_SAMP" ->
          call.operandCount() == 2
              ? forms.ofTwoRows(over, SqlStdOperatorTable.REGR_COUNT, call)
              : over;
      case "REGR_SXX", "REGR_SYY", "REGR_SXY" ->
          throw new ImagoException(
              ErrorCode.NOT_SUPPORTED,
              call.getOperator().getName()
                  + " with OVER (...)"
                  + " is not supported; compute it in a sub-query with GROUP BY and join that");
      default -> over;
    };
  }

  /** How many rows come before the current row's peers, of all other rows. */
  private SqlNode percentRank() {
    SqlNode others = call(SqlStdOperatorTable.MINUS, partitionRows(), number(1));
    SqlNode before = call(SqlStdOperatorTable.MINUS, over(SqlStdOperatorTable.RANK), number(1));
    return choice(
        call(SqlStdOperatorTable.EQUALS, partitionRows(), number(1)),
        cast(number(0), SqlTypeName.DOUBLE),
        call(SqlStdOperatorTable.DIVIDE, cast(before, SqlTypeName.DOUBLE), others));
  }

  /** How many rows come before the current row or are its peers, of all rows. */
  private SqlNode cumulativeShare() {
    return call(SqlStdOperatorTable.DIVIDE, cast(frameRows(), SqlTypeName.DOUBLE), partitionRows());
  }

  /** Of rows that do not divide evenly, each of the first buckets has one more. */
  private SqlNode bucket(SqlNode buckets) {
    SqlNode count = positive("NTILE", buckets);
    SqlNode before =
        call(SqlStdOperatorTable.MINUS, over(SqlStdOperatorTable.ROW_NUMBER), number(1));
    SqlNode most =
        call(
            SqlStdOperatorTable.PLUS,
            call(SqlStdOperatorTable.DIVIDE, partitionRows(), count),
            number(1));
    SqlNode larger = call(SqlStdOperatorTable.MOD, partitionRows(), count);
    SqlNode least =
        choice(
            call(SqlStdOperatorTable.LESS_THAN, partitionRows(), count),
            number(1),
            call(SqlStdOperatorTable.DIVIDE, partitionRows(), count));
    SqlNode bucketsBefore =
        choice(
            call(
                SqlStdOperatorTable.LESS_THAN,
                before,
                call(SqlStdOperatorTable.MULTIPLY, larger, most)),
            call(SqlStdOperatorTable.DIVIDE, before, most),
            call(
                SqlStdOperatorTable.DIVIDE,
                call(SqlStdOperatorTable.MINUS, before, larger),
                least));
    return cast(call(SqlStdOperatorTable.PLUS, bucketsBefore, number(1)), SqlTypeName.INTEGER);
  }

  /** Calcite's code looks beyond the frame's end. */
  private SqlNode ofRow(SqlCall over, SqlCall nthValue) {
    SqlNode place = positive("NTH_VALUE", nthValue.operand(1));
    return choice(
        call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, frameRows(), place),
        over,
        SqlLiteral.createNull(position));
  }

  /** Calcite's code for what one value has none of gives zero where the column has no NULL. */
  private SqlNode ofTwoRows(SqlCall over, SqlOperator counting, SqlCall call) {
    SqlNode counted = counting.createCall(position, copies(call.getOperandList()));
    return choice(
        call(SqlStdOperatorTable.GREATER_THAN, over(counted, window), number(1)),
        over,
        SqlLiteral.createNull(position));
  }

  /** With a default that is never NULL, Calcite takes the value for never NULL, too. */
  private SqlNode withDefault(SqlCall neighbour) {
    SqlNode perhaps =
        choice(
            SqlLiteral.createBoolean(true, position),
            neighbour.operand(2),
            SqlLiteral.createNull(position));
    return over(
        neighbour
            .getOperator()
            .createCall(position, neighbour.operand(0), neighbour.operand(1), perhaps),
        window);
  }

  private static SqlNode positive(String function, SqlNode number) {
    if (!(number instanceof SqlNumericLiteral literal) || !literal.isInteger()) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED, "the number of " + function + " must be written as such: 2");
    }
    if (literal.bigDecimalValue().signum() <= 0) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, "the number of " + function + " must be 1 or more");
    }
    return literal;
  }

  private SqlNode frameRows() {
    return over(
        SqlStdOperatorTable.COUNT.createCall(position, SqlIdentifier.star(position)), window);
  }

  private SqlNode partitionRows() {
    if (!(window instanceof SqlWindow given) || given.getRefName() != null) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "NTILE, PERCENT_RANK and CUME_DIST need their whole window after OVER, not one of the"
              + " WINDOW clause");
    }
    SqlNode whole =
        SqlWindow.create(
            null,
            null,
            given.getPartitionList(),
            given.getOrderList(),
            SqlLiteral.createBoolean(true, position),
            SqlWindow.createUnboundedPreceding(position),
            SqlWindow.createUnboundedFollowing(position),
            null,
            SqlWindow.createExcludeNoOthers(position),
            position);
    return over(
        SqlStdOperatorTable.COUNT.createCall(position, SqlIdentifier.star(position)), whole);
  }

  private SqlNode over(SqlOperator function) {
    return over(function.createCall(position), window);
  }

  private SqlNode over(SqlNode function, SqlNode rows) {
    return call(SqlStdOperatorTable.OVER, function, rows);
  }

  /** The validator keeps what it knows by node, so that none may stand in two places. */
  private SqlNode call(SqlOperator operator, SqlNode... operands) {
    return operator.createCall(position, copies(List.of(operands)));
  }

  private SqlNode choice(SqlNode condition, SqlNode then, SqlNode otherwise) {
    return new SqlCase(
        position,
        null,
        new SqlNodeList(copies(List.of(condition)), position),
        new SqlNodeList(copies(List.of(then)), position),
        copy(otherwise));
  }

  private SqlNode cast(SqlNode value, SqlTypeName type) {
    return SqlStdOperatorTable.CAST.createCall(
        position,
        copy(value),
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, position), position));
  }

  private SqlNode number(int value) {
    return SqlLiteral.createExactNumeric(Integer.toString(value), position);
  }

  private static List<SqlNode> copies(List<SqlNode> nodes) {
    return nodes.stream().map(WindowForms::copy).toList();
  }

  private static SqlNode copy(SqlNode node) {
    return Objects.requireNonNull(node.accept(new Copying()));
  }

  private static final class Copying extends SqlShuttle {
    @Override
    public SqlNode visit(SqlCall call) {
      CallCopyingArgHandler handler = new CallCopyingArgHandler(call, true);
      call.getOperator().acceptCall(this, call, false, handler);
      return Objects.requireNonNull(handler.result());
    }

    @Override
    public SqlNode visit(SqlNodeList list) {
      SqlNodeList copy = new SqlNodeList(list.getParserPosition());
      for (SqlNode node : list) {
        copy.add(node == null ? null : node.accept(this));
      }
      return copy;
    }

    @Override
    public SqlNode visit(SqlIdentifier name) {
      return name.clone(name.getParserPosition());
    }
  }
}
