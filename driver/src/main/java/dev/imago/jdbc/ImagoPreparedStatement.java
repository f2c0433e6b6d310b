package dev.imago.jdbc;

import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.result.ImagoResultSetMetaData;
import dev.imago.jdbc.result.ResultColumns;
import dev.imago.jdbc.value.ParameterCoercion;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** A statement that was planned once and runs with values for its {@code ?}. */
class ImagoPreparedStatement extends ParameterSetters {
  private final Plan plan;
  private final boolean nestedAsText;
  private final @Nullable Object[] values;
  private final KeyColumns keys;
  private final BitSet set = new BitSet();

  /**
   * @param keys what is wanted of each row that it changes
   */
  ImagoPreparedStatement(ImagoConnection connection, Plan plan, KeyColumns keys) {
    super(connection);
    this.plan = plan;
    this.keys = keys;
    this.nestedAsText = connection.nestedAsText();
    this.values = new Object[plan.parameters().size()];
  }

  @Override
  final void checkTakesText() throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("another text on a prepared statement");
  }

  @Override
  final void set(int index, @Nullable Object value) throws SQLException {
    checkOpen();
    if (index < 1 || index > values.length) {
      throw SqlErrors.of(
          ErrorCode.INVALID_INDEX,
          "there is no parameter " + index + "; the statement has " + values.length);
    }
    RelDataType type = plan.parameters().get(index - 1);
    try {
      values[index - 1] = ParameterCoercion.internal(type, value);
    } catch (RuntimeException failure) {
      throw SqlErrors.of(failure);
    }
    set.set(index - 1);
  }

  @Override
  public final void clearParameters() throws SQLException {
    checkOpen();
    set.clear();
    Arrays.fill(values, null);
  }

  /** The plan with the values as they are now. A plan can be shown without them. */
  private Task task() throws SQLException {
    checkOpen();
    int unset = set.nextClearBit(0);
    if (unset < values.length && plan.kind() != Plan.Kind.EXPLAIN) {
      throw SqlErrors.of(
          ErrorCode.PARAMETER_NOT_SET, "the parameter " + (unset + 1) + " has no value");
    }
    return new Task(execution -> plan, Arrays.asList(values), keys);
  }

  @Override
  public final ResultSet executeQuery() throws SQLException {
    return rows(task());
  }

  @Override
  public final boolean execute() throws SQLException {
    return hasRows(task());
  }

  @Override
  public final long executeLargeUpdate() throws SQLException {
    return count(task());
  }

  @Override
  public final int executeUpdate() throws SQLException {
    return intCount(executeLargeUpdate());
  }

  @Override
  public final void addBatch() throws SQLException {
    addToBatch(task());
  }

  /** The columns of the result; null when the statement gives none. */
  @Override
  public final @Nullable ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return plan.kind() == Plan.Kind.UPDATE
        ? null
        : new ImagoResultSetMetaData(new ResultColumns(plan.columns(), nestedAsText));
  }

  @Override
  public final ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return new ImagoParameterMetaData(plan.parameters());
  }
}
