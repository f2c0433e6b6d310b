package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imago.emulator.Emulator;
import dev.imago.jdbc.contract.JdbcContract;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ImagoDataSourceTest {
  private static ImagoDataSource source() {
    return new ImagoDataSource(new ImagoDriver(null, Map.of()));
  }

  @Test
  void connectsWithItsUrlAndItsProperties() throws IOException, SQLException {
    try (Emulator emulator = Emulator.demo()) {
      ImagoDataSource source = source();
      source.setUrl("jdbc:imago:maxCalls=5;google.project=cos-cloud");
      Properties properties = new Properties();
      properties.putAll(emulator.demoDefaults());
      properties.put("google.project", "debian-cloud");
      source.setProperties(properties);
      properties.clear();

      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select project, count(*) from google.compute.images group by project")) {
        rows.next();
        assertThat(rows.getString(1)).isEqualTo("debian-cloud");
        assertThat(rows.getInt(2)).isEqualTo(19);
        assertThat(connection.getMetaData().getURL()).contains("maxCalls=5");
        assertThat((Object) connection.getWarnings()).isNull();
      }
    }
  }

  @Test
  void theUserOfTheCallStandsAboveTheOneThatIsSet() throws SQLException {
    ImagoDataSource source = source();
    source.setUser("anna");
    source.setPassword("secret");

    assertThat(source.getUser()).isEqualTo("anna");
    try (Connection first = source.getConnection();
        Connection second = source.getConnection("berta", "other");
        Connection third = source.getConnection(null, null)) {
      assertThat(first.getMetaData().getUserName()).isEqualTo("anna");
      assertThat(second.getMetaData().getUserName()).isEqualTo("berta");
      assertThat(third.getMetaData().getUserName()).isEmpty();
    }
  }

  @Test
  void withoutADriverItTakesTheRegisteredOne() throws SQLException {
    try (Connection connection = new ImagoDataSource().getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
      assertThat(connection.unwrap(ImagoConnection.class)).isSameAs(connection);
    }
  }

  @Test
  void anUnknownPropertyIsAWarningAndInTheUrlAnError() throws SQLException {
    ImagoDataSource source = source();
    Properties properties = new Properties();
    properties.put("applicationName", "report");
    source.setProperties(properties);
    try (Connection connection = source.getConnection()) {
      assertThat(connection.getWarnings().getMessage()).contains("applicationName");
    }

    source.setUrl("jdbc:imago:maxCals=5");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(source::getConnection)
        .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo("01S00"))
        .withMessageContaining("maxCalls");
  }

  @Test
  void aUrlOfAnotherDriverIsRefused() {
    ImagoDataSource source = source();
    source.setUrl("jdbc:postgresql:db");

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(source::getConnection)
        .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo("01S00"))
        .withMessageContaining("jdbc:imago:");
  }

  @Test
  void beansOfItCanBeSetUpAndShowNoSecret() throws IntrospectionException {
    Map<String, PropertyDescriptor> beans =
        Arrays.stream(Introspector.getBeanInfo(ImagoDataSource.class).getPropertyDescriptors())
            .collect(Collectors.toMap(PropertyDescriptor::getName, property -> property));

    assertThat(beans).containsKeys("url", "user", "password", "properties", "loginTimeout");
    assertThat(beans.values())
        .filteredOn(property -> Set.of("password", "properties").contains(property.getName()))
        .allMatch(
            property -> property.getReadMethod() == null && property.getWriteMethod() != null);
    assertThat(Serializable.class.isAssignableFrom(ImagoDataSource.class)).isFalse();
  }

  @Test
  void itsTextHoldsNoValue() {
    ImagoDataSource source = source();
    source.setUrl("jdbc:imago:google.token=hidden1");
    source.setUser("hidden2");
    source.setPassword("hidden3");
    Properties properties = new Properties();
    properties.put("google.token", "hidden4");
    source.setProperties(properties);

    assertThat(source.toString())
        .isEqualTo("ImagoDataSource[google.token]")
        .doesNotContain("hidden");
  }

  @Test
  void keepsWhatHasNoEffect() throws SQLException {
    ImagoDataSource source = source();
    PrintWriter writer = new PrintWriter(new StringWriter());
    source.setLoginTimeout(7);
    source.setLogWriter(writer);

    assertThat(source.getLoginTimeout()).isEqualTo(7);
    assertThat(source.getLogWriter()).isSameAs(writer);
    assertThat(source.getParentLogger().getName()).isEqualTo("dev.imago");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> source.setLoginTimeout(-1))
        .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo("22023"));
  }

  @Test
  void whateverIsCalledItIsAnAnswerOrAnSqlException() throws SQLException, IllegalAccessException {
    JdbcContract.check(DataSource.class, ImagoDataSourceTest::source, Set.of());
  }

  @Test
  void itUnwrapsToItself() throws SQLException {
    DataSource source = source();

    assertThat(source.isWrapperFor(ImagoDataSource.class)).isTrue();
    assertThat(source.unwrap(ImagoDataSource.class)).isSameAs(source);
    assertThat(source.isWrapperFor(Connection.class)).isFalse();
  }
}
