package dev.imago.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagoDriverTest {
  private final ImagoDriver driver = new ImagoDriver(null, Map.of());

  @Test
  void isFoundAsAService() throws SQLException {
    assertThat(ServiceLoader.load(Driver.class))
        .anySatisfy(found -> assertThat(found).isInstanceOf(ImagoDriver.class));
    try (Connection connection = DriverManager.getConnection("jdbc:imago:maxCalls=7")) {
      assertThat(connection.isValid(1)).isTrue();
      assertThat(connection.getCatalog()).isEqualTo("imago");
      assertThat(connection.getSchema()).isEqualTo("inventory");
      assertThat(value(connection, "maxCalls")).isEqualTo("7 url");
    }
  }

  @Test
  void leavesOtherUrlsToOtherDrivers() throws SQLException {
    assertThat(driver.connect("jdbc:other:", new Properties())).isNull();
    assertThat(driver.acceptsURL("jdbc:other:")).isFalse();
    SqlFailures.failure("22023", () -> driver.connect(null, new Properties()));
  }

  @Test
  void refusesAnUnknownPropertyInTheUrlWithTheNearestName() {
    SQLException failure =
        SqlFailures.failure("01S00", () -> driver.connect("jdbc:imago:maxCals=7", null));

    assertThat(failure.getMessage()).contains("maxCals").contains("maxCalls");
  }

  @Test
  void warnsOfAnUnknownPropertyAmongTheProperties() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "a tool");
    properties.setProperty("user", "");
    properties.setProperty("timeout", "5s");
    try (Connection connection = requireNonNull(driver.connect("jdbc:imago:", properties))) {
      assertThat(connection.getWarnings().getMessage()).contains("ApplicationName");
      assertThat((Throwable) connection.getWarnings().getNextWarning()).isNull();
      assertThat(value(connection, "timeout")).isEqualTo("5s properties");
    }
  }

  @Test
  void refusesAnUnknownPropertyOfTheStrictKind() {
    SqlFailures.failure(
        "01S00",
        () ->
            driver.connect(
                "jdbc:imago:", Map.of("ApplicationName", "x"), Map.of(), Clock.systemUTC()));
  }

  @Test
  void refusesACredentialInTheUrlWithoutShowingIt() {
    SQLException failure =
        SqlFailures.failure("22023", () -> driver.connect("jdbc:imago:google.token=s3cret", null));

    assertThat(failure.getMessage()).contains("google.token").doesNotContain("s3cret");
  }

  @Test
  void refusesAValueThatThePropertyCannotHave() {
    SqlFailures.failure("22023", () -> driver.connect("jdbc:imago:timeout=soon", null));
  }

  @Test
  void takesTheStrongestOfAllLayers(@TempDir Path directory) throws IOException, SQLException {
    Path config = directory.resolve("imago; config.properties");
    Files.writeString(config, "google.project=file\nmaxCalls=3\nshareBytes=3\nmaxConcurrency=3\n");
    ImagoDriver inWorld =
        new ImagoDriver(
            null, Map.of("IMAGO_GOOGLE_PROJECT", "env", "IMAGO_CACHE_TTL", "4s", "HOME", "/"));
    try (Connection connection =
        inWorld.connect(
            "jdbc:imago:config=\"" + config + "\";shareBytes=2;maxConcurrency=2",
            Map.of("maxConcurrency", "1"),
            Map.of("cacheTtl", "5s", "timeout", "5s"),
            Clock.systemUTC())) {
      assertThat(value(connection, "maxConcurrency")).isEqualTo("1 properties");
      assertThat(value(connection, "shareBytes")).isEqualTo("2 url");
      assertThat(value(connection, "maxCalls")).isEqualTo("3 config");
      assertThat(value(connection, "google.project")).isEqualTo("file config");
      assertThat(value(connection, "cacheTtl")).isEqualTo("4s environment");
      assertThat(value(connection, "timeout")).isEqualTo("5s demo");
      assertThat(value(connection, "await")).isEqualTo("false default");
    }
  }

  @Test
  void describesItsPropertiesAndNoSecret() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("google.token", "s3cret");
    DriverPropertyInfo[] infos =
        driver.getPropertyInfo("jdbc:imago:google.project=acme", properties);

    assertThat(info(infos, "google.project").value).isEqualTo("acme");
    assertThat(info(infos, "google.token").value).isNull();
    assertThat(info(infos, "readOnly").choices).containsExactly("true", "false");
    assertThat(info(infos, "complexTypes").choices).containsExactly("native", "json");
    assertThat(info(infos, "maxCalls").value).isEqualTo("10000");
    assertThat(infos)
        .allSatisfy(
            info -> {
              assertThat(info.description).isNotBlank();
              assertThat(info.required).isFalse();
            });
  }

  @Test
  void namesAnUnknownSchemaAtConnect() {
    SQLException failure =
        SqlFailures.failure("42S02", () -> driver.connect("jdbc:imago:schema=no.such", null));

    assertThat((Throwable) failure).isInstanceOf(SQLSyntaxErrorException.class);
  }

  @Test
  void tellsItsVersion() throws SQLException {
    ProductVersion version = ProductVersion.current();
    try (Connection connection = requireNonNull(driver.connect("jdbc:imago:", null))) {
      assertThat(connection.getMetaData().getDriverVersion()).isEqualTo(version.text());
    }
    assertThat(driver.getMajorVersion()).isEqualTo(version.major());
    assertThat(ProductVersion.parse("12.34-SNAPSHOT"))
        .isEqualTo(new ProductVersion("12.34-SNAPSHOT", 12, 34));
  }

  private static DriverPropertyInfo info(DriverPropertyInfo[] infos, String name) {
    return Arrays.stream(infos).filter(info -> info.name.equals(name)).findFirst().orElseThrow();
  }

  private static String value(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select \"value\" || ' ' || source from imago.system.properties where name = '"
                    + name
                    + "'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
