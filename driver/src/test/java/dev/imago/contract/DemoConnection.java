package dev.imago.contract;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.jdbc.ImagoDriver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection to demo clouds of its own. */
final class DemoConnection implements AutoCloseable {
  private final Emulator emulator;
  private final Connection connection;

  private DemoConnection(Emulator emulator, Connection connection) {
    this.emulator = emulator;
    this.connection = connection;
  }

  static DemoConnection open(EmulatorConfig config, String properties)
      throws IOException, SQLException {
    Emulator emulator = Emulator.start(config);
    return to(emulator, properties, emulator.demoDefaults());
  }

  /** Connects to an emulator, which is closed with the connection. */
  static DemoConnection to(Emulator emulator, String properties, Map<String, String> defaults)
      throws SQLException {
    Connection connection =
        new ImagoDriver(null, Map.of())
            .connect("jdbc:imago:" + properties, Map.of(), defaults, emulator.clock());
    return new DemoConnection(emulator, connection);
  }

  Emulator emulator() {
    return emulator;
  }

  /** The rows of a query, without a warning. */
  List<Row> rows(String sql, Object... parameters) throws SQLException {
    emulator.requests().clear();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<Row> read = new ArrayList<>();
        while (rows.next()) {
          read.add(row(rows));
        }
        if (statement.getWarnings() != null) {
          throw statement.getWarnings();
        }
        if (rows.getWarnings() != null) {
          throw rows.getWarnings();
        }
        return read;
      }
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnLabel(i), rows.getObject(i));
      texts.put(columns.getColumnLabel(i), rows.getString(i));
    }
    return new Row(values, texts);
  }

  /** The requests of the last query. */
  List<String> requests() {
    return emulator.requests().lines();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    emulator.close();
  }
}
