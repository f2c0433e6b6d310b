package dev.imago.interop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.jdbc.ImagoConnection;
import dev.imago.jdbc.ImagoDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pool: it tests connections, and gives each one out as new. */
@Timeout(120)
class HikariTest {
  private static final Executor SAME_THREAD = Runnable::run;

  private static Demo demo;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    demo = new Demo(folder);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  private static HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setDataSourceClassName(ImagoDataSource.class.getName());
    config.addDataSourceProperty("url", demo.url());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    return config;
  }

  @Test
  void findsTheDriverByItsUrl() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(demo.url());
    config.setDriverClassName("dev.imago.jdbc.ImagoDriver");
    config.addDataSourceProperty("google.project", "debian-cloud");
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection()) {
      assertThat(count(connection)).isEqualTo(19);
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from google.compute.images")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void aConnectionThatComesBackIsGivenOutAsNew() throws SQLException {
    HikariConfig config = config();
    config.setCatalog("google");
    config.setSchema("compute");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      ImagoConnection first;
      try (Connection connection = pool.getConnection()) {
        first = connection.unwrap(ImagoConnection.class);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setCatalog("yandex");
        connection.setSchema("yandex.compute");
        connection.setNetworkTimeout(SAME_THREAD, 77_000);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        connection.rollback();
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(ImagoConnection.class)).isSameAs(first);
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.getCatalog()).isEqualTo("google");
        assertThat(connection.getSchema()).isEqualTo("compute");
        assertThat(connection.getNetworkTimeout()).isZero();
        assertThat((Object) connection.getWarnings()).isNull();
      }
    }
  }

  @Test
  void theSettingsOfThePoolReachEachConnection() throws SQLException {
    HikariConfig config = config();
    config.setReadOnly(true);
    config.setCatalog("google");
    config.setSchema("google.compute");
    config.setTransactionIsolation("TRANSACTION_NONE");
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(connection.isReadOnly()).isTrue();
      assertThat(connection.getSchema()).isEqualTo("compute");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () ->
                  statement.executeUpdate(
                      "delete from images where project = 'acme-dev' and name = 'x'"))
          .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo("25006"));
    }
  }

  @Test
  void aDeadConnectionIsReplaced() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config())) {
      ImagoConnection first;
      try (Connection connection = pool.getConnection()) {
        first = connection.unwrap(ImagoConnection.class);
      }
      first.close();
      pool.getHikariPoolMXBean().softEvictConnections();
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(ImagoConnection.class)).isNotSameAs(first);
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  @Test
  void whatIsLeftOpenIsClosedWhenTheConnectionComesBack() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config())) {
      Connection connection = pool.getConnection();
      PreparedStatement statement = connection.prepareStatement("select name from images");
      ResultSet rows = statement.executeQuery();
      assertThat(rows.next()).isTrue();
      connection.close();

      assertThat(statement.isClosed()).isTrue();
      assertThat(rows.isClosed()).isTrue();
    }
  }

  @Test
  void aFailedStatementLeavesItsConnectionInThePool() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(config())) {
      ImagoConnection first;
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        first = connection.unwrap(ImagoConnection.class);
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> statement.executeQuery("select nothing from images"))
            .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo("42S22"));
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(ImagoConnection.class)).isSameAs(first);
      }
    }
  }

  @Test
  void aStatementTimesOutAndTheConnectionGoesOn() throws SQLException, IOException {
    try (HikariDataSource pool = new HikariDataSource(config());
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      demo.emulator().faults().add(FaultRule.always(), Fault.latency(Duration.ofMinutes(1)));
      statement.setQueryTimeout(1);
      try {
        assertThatExceptionOfType(SQLTimeoutException.class)
            .isThrownBy(() -> statement.executeQuery("select name from images").next());
      } finally {
        demo.emulator().faults().clear();
      }
      statement.setQueryTimeout(0);
      assertThat(count(connection)).isPositive();
    }
  }

  @Test
  void thePoolItselfTimesOutWhenAllAreTaken() throws SQLException {
    HikariConfig config = config();
    config.setConnectionTimeout(300);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection taken = pool.getConnection()) {
      assertThat(taken.isValid(1)).isTrue();
      assertThatExceptionOfType(SQLTransientConnectionException.class)
          .isThrownBy(pool::getConnection);
    }
  }
}
