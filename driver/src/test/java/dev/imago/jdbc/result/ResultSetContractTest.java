package dev.imago.jdbc.result;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.jdbc.contract.JdbcContract;
import dev.imago.jdbc.value.BasicTypes;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultSetContractTest {
  private static final BasicTypes TYPES = new BasicTypes();

  enum State {
    BEFORE_FIRST {
      @Override
      void reach(ResultSet rows) {}
    },
    ON_ROW {
      @Override
      void reach(ResultSet rows) throws SQLException {
        rows.next();
      }
    },
    AFTER_LAST {
      @Override
      void reach(ResultSet rows) throws SQLException {
        while (rows.next()) {
          rows.getString(1);
        }
      }
    },
    CLOSED {
      @Override
      void reach(ResultSet rows) throws SQLException {
        rows.close();
      }
    };

    abstract void reach(ResultSet rows) throws SQLException;
  }

  @ParameterizedTest
  @EnumSource
  void failsWithSqlStatesOnly(State state) throws SQLException, IllegalAccessException {
    for (Object value : List.of("text", "12", "2026-01-01 00:00:00")) {
      JdbcContract.check(
          ResultSet.class,
          () -> {
            ResultSet rows = rows(value);
            state.reach(rows);
            return rows;
          },
          Set.of());
    }
  }

  @Test
  void describesWithSqlStatesOnly() throws SQLException, IllegalAccessException {
    JdbcContract.check(ResultSetMetaData.class, () -> rows("text").getMetaData(), Set.of());
  }

  private static ResultSet rows(Object value) {
    OutputColumn column =
        new OutputColumn("name", TYPES.of(SqlTypeName.VARCHAR, true), Optional.empty());
    return new ImagoResultSet(
        new ResultColumns(List.of(column), false),
        new ListCursor(List.of(List.of(value))),
        ResultOwner.NONE,
        0);
  }
}
