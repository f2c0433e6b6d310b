package dev.imago.jdbc;

import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import dev.imago.jdbc.contract.Unwrapping;
import dev.imago.jdbc.value.JdbcType;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;

/** What a statement's {@code ?} are. */
final class ImagoParameterMetaData implements ParameterMetaData, Unwrapping {
  private final List<RelDataType> types;

  ImagoParameterMetaData(List<RelDataType> types) {
    this.types = List.copyOf(types);
  }

  @Override
  public int getParameterCount() {
    return types.size();
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    return type(index).code();
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    return type(index).name();
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    return type(index).javaClass().getName();
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return type(index).size();
  }

  @Override
  public int getScale(int index) throws SQLException {
    return type(index).scale();
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return type(index).isNumeric();
  }

  /** Every parameter can be NULL. */
  @Override
  public int isNullable(int index) throws SQLException {
    type(index);
    return parameterNullable;
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    type(index);
    return parameterModeIn;
  }

  private JdbcType type(int index) throws SQLException {
    if (index < 1 || index > types.size()) {
      throw SqlErrors.of(
          ErrorCode.INVALID_INDEX,
          "there is no parameter " + index + "; the statement has " + types.size());
    }
    return JdbcType.of(types.get(index - 1), false);
  }
}
