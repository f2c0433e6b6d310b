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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** A statement that was planned once and runs with values for its {@code ?}. */
final class ImagoPreparedStatement extends ParameterSetters {
  private final Plan plan;
  private final boolean nestedAsText;
  private final @Nullable Object[] values;
  private final BitSet set = new BitSet();
  private final List<List<@Nullable Object>> batch = new ArrayList<>();

  ImagoPreparedStatement(ImagoConnection connection, Plan plan) {
    super(connection);
    this.plan = plan;
    this.nestedAsText = connection.nestedAsText();
    this.values = new Object[plan.parameters().size()];
  }

  @Override
  void checkTakesText() throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("another text on a prepared statement");
  }

  @Override
  void set(int index, @Nullable Object value) throws SQLException {
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
  public void clearParameters() throws SQLException {
    checkOpen();
    set.clear();
    Arrays.fill(values, null);
  }

  /** The values as they are now. A plan can be shown without them. */
  private List<@Nullable Object> parameters() throws SQLException {
    checkOpen();
    int unset = set.nextClearBit(0);
    if (unset < values.length && plan.kind() != Plan.Kind.EXPLAIN) {
      throw SqlErrors.of(
          ErrorCode.PARAMETER_NOT_SET, "the parameter " + (unset + 1) + " has no value");
    }
    return Collections.unmodifiableList(new ArrayList<@Nullable Object>(Arrays.asList(values)));
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return rows(execution -> plan, parameters());
  }

  @Override
  public boolean execute() throws SQLException {
    return hasRows(execution -> plan, parameters());
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return count(execution -> plan, parameters());
  }

  @Override
  public int executeUpdate() throws SQLException {
    return intCount(executeLargeUpdate());
  }

  @Override
  public void addBatch() throws SQLException {
    batch.add(parameters());
  }

  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
    batch.clear();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    checkOpen();
    List<List<@Nullable Object>> parts = List.copyOf(batch);
    batch.clear();
    return Batches.run(parts, parameters -> count(execution -> plan, parameters));
  }

  /** The columns of the result; null when the statement gives none. */
  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return plan.kind() == Plan.Kind.UPDATE
        ? null
        : new ImagoResultSetMetaData(new ResultColumns(plan.columns(), nestedAsText));
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return new ImagoParameterMetaData(plan.parameters());
  }
}
