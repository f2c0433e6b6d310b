package dev.imago.parser.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.ImmutableNullableList;
import org.jspecify.annotations.Nullable;

/** Waits for the end of what a method starts: {@code AWAIT} or {@code AWAIT 30 SECOND}. */
public final class SqlAwait extends SqlCall {
  private static final SqlOperator OPERATOR = new Operator();

  private final @Nullable SqlNode amount;
  private final SqlLiteral unit;

  /**
   * A wait.
   *
   * @param amount how many units at most, a whole number from 0 or {@code ?}; null says no limit
   * @param unit the {@link TimeUnit} of the amount, SECOND or MINUTE, as a symbol
   */
  public SqlAwait(SqlParserPos position, @Nullable SqlNode amount, SqlLiteral unit) {
    super(position);
    this.amount = amount;
    this.unit = unit;
  }

  /** How many units at most: a literal, or {@code ?}; empty when the statement sets no limit. */
  public Optional<SqlNode> amount() {
    return Optional.ofNullable(amount);
  }

  /** What the amount counts: SECOND or MINUTE. */
  public TimeUnit unit() {
    return unit.getValueAs(TimeUnit.class);
  }

  @Override
  public SqlOperator getOperator() {
    return OPERATOR;
  }

  @Override
  public List<@Nullable SqlNode> getOperandList() {
    return ImmutableNullableList.of(amount, unit);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    writer.keyword("AWAIT");
    if (amount != null) {
      amount.unparse(writer, 0, 0);
      writer.keyword(unit().name());
    }
  }

  /** Makes copies for visitors. */
  private static final class Operator extends SqlSpecialOperator {
    Operator() {
      super("AWAIT", SqlKind.OTHER);
    }

    @Override
    public SqlCall createCall(
        @Nullable SqlLiteral functionQualifier,
        SqlParserPos position,
        @Nullable SqlNode... operands) {
      return new SqlAwait(position, operands[0], (SqlLiteral) Objects.requireNonNull(operands[1]));
    }
  }
}
