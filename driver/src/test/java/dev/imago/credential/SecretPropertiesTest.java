package dev.imago.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.property.ConnectionProperty;
import dev.imago.core.property.Property;
import dev.imago.core.property.PropertyCatalog;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.emulator.Emulator;
import dev.imago.emulator.EmulatorConfig;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.jdbc.ImagoDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every secret property of every cloud, in every kind of credential that it has, is nowhere to be
 * seen: neither in what the driver shows, nor in what it says of a cloud that repeats what it was
 * sent, nor in the logs of the libraries at their most talkative. A new property is tried too.
 */
@Timeout(120)
class SecretPropertiesTest {
  /** How each secret begins. */
  private static final String SECRET = "hidden-4711-";

  private static final PropertyCatalog CATALOG =
      ProviderRegistry.load(SecretPropertiesTest.class.getClassLoader()).properties();

  @TempDir private Path folder;

  /** What the clouds do with a request; answers are last, because tokens that came are kept. */
  private enum World {
    LOSES_CONNECTIONS {
      @Override
      void prepare(Emulator emulator) {
        emulator.faults().add(FaultRule.always(), Fault.cutAfterHandling());
      }
    },
    REFUSES_AND_REPEATS {
      @Override
      void prepare(Emulator emulator) {
        emulator.faults().add(FaultRule.always(), echo(401, "application/json"));
      }
    },
    FAILS_AND_REPEATS {
      @Override
      void prepare(Emulator emulator) {
        emulator.faults().add(FaultRule.always(), echo(500, "text/html"));
      }
    },
    REPEATS {
      @Override
      void prepare(Emulator emulator) {
        emulator.faults().add(FaultRule.always(), echo(200, "text/html"));
      }
    },
    ANSWERS {
      @Override
      void prepare(Emulator emulator) {}
    };

    abstract void prepare(Emulator emulator);

    private static Fault echo(int status, String type) {
      return Fault.answers(request -> Response.of(status, type, repeated(request)));
    }

    private static String repeated(Request request) {
      String said = (request.headers() + " " + request.body()).replace("\"", "\\\"");
      return "{\"error\": {\"code\": 1, \"message\": \"You sent " + said + "\"}}";
    }
  }

  static Stream<Arguments> credentials() {
    return CATALOG.properties().stream()
        .filter(property -> property.property() == ConnectionProperty.AUTH)
        .flatMap(
            auth ->
                auth.choices().stream()
                    .filter(kind -> !kind.equals("none"))
                    .map(kind -> Arguments.of(providerOf(auth), kind)));
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void areNowhereToBeSeen(String provider, String kind) throws IOException, SQLException {
    Map<String, String> credential = credential(provider);
    credential.put(provider + ".auth", kind);
    assertThat(credential.values()).anyMatch(value -> value.startsWith(SECRET));
    assertHidden(shown(provider, credential));
  }

  /** A file that ends with a new line, and what copying from a page or a chat adds. */
  @ParameterizedTest
  @MethodSource("credentials")
  void areNowhereToBeSeenWhenTheyCannotBeSent(String provider, String kind)
      throws IOException, SQLException {
    for (String addition : List.of("\n", "\u00a0")) {
      Map<String, String> credential = credential(provider);
      credential.replaceAll((name, value) -> value.startsWith(SECRET) ? value + addition : value);
      credential.put(provider + ".auth", kind);
      assertHidden(shown(provider, credential));
    }
  }

  /** The name and the password that tools ask for. */
  @Test
  void thatOfToolsIsNowhereToBeSeenEither() throws IOException, SQLException {
    assertHidden(
        shown(
            "opentelekom",
            Map.of(
                "opentelekom.auth",
                "password",
                "opentelekom.domain",
                "someone",
                "user",
                "someone",
                "password",
                SECRET + "password")));
  }

  private static String shown(String provider, Map<String, String> credential)
      throws IOException, SQLException {
    try (ShownText shown = new ShownText();
        Emulator emulator =
            Emulator.start(EmulatorConfig.builder().clock(Clock.systemUTC()).build())) {
      ImagoDriver driver = new ImagoDriver(null, Map.of());
      show(driver.getPropertyInfo("jdbc:imago:", asProperties(credential)), shown);
      try (Connection connection =
          driver.connect(
              "jdbc:imago:retryBase=0s;partial=true",
              credential,
              emulator.demoDefaults(),
              emulator.clock())) {
        use(connection, provider, emulator, shown);
      } catch (SQLException refused) {
        shown.add(refused);
      }
      assertThat(shown.text().contains("\ncom.sun.net.httpserver: ")).as("logs are heard").isTrue();
      return shown.text();
    }
  }

  private static void use(
      Connection connection, String provider, Emulator emulator, ShownText shown)
      throws SQLException {
    shown.add(connection);
    shown.add(connection.getMetaData());
    shown.add(connection.getMetaData().getURL());
    shown.add(connection.getMetaData().getUserName());
    shown.add(connection.getClientInfo());
    String query = "SELECT * FROM imago.inventory.images WHERE provider = '" + provider + "'";
    shown.addRows(connection, "EXPLAIN PLAN FOR " + query);
    for (World world : World.values()) {
      emulator.faults().clear();
      world.prepare(emulator);
      shown.addRows(connection, query);
      shown.addSystemTables(connection);
    }
  }

  private static void show(DriverPropertyInfo[] properties, ShownText shown) {
    for (DriverPropertyInfo property : properties) {
      shown.add(property.name + " " + property.value + " " + property.description);
    }
  }

  /** All that a cloud can be told; what its kind of credential does not need is told as well. */
  private Map<String, String> credential(String provider) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (Property property : CATALOG.properties()) {
      if (!property.name().startsWith(provider + ".")) {
        continue;
      }
      if (property.isSecret()) {
        values.put(property.name(), SECRET + property.name().toLowerCase(Locale.ROOT));
      } else if (property.property() == ConnectionProperty.CREDENTIALS) {
        values.put(property.name(), keyFile(provider).toString());
      } else if (property.property().kind() == ConnectionProperty.Kind.CREDENTIAL) {
        values.put(property.name(), "someone");
      }
    }
    return values;
  }

  /** A key that is none, in the shapes of all clouds. */
  private Path keyFile(String provider) throws IOException {
    String key = SECRET + "key";
    return Files.writeString(
        folder.resolve(provider + ".json"),
        """
        {"type": "service_account", "client_id": "1", "client_email": "someone@example.com",
         "private_key_id": "1", "private_key": "%1$s", "id": "1", "service_account_id": "1"}
        """
            .formatted(key));
  }

  private static Properties asProperties(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    return properties;
  }

  private static String providerOf(Property property) {
    return property.name().substring(0, property.name().indexOf('.'));
  }

  private static void assertHidden(String shown) {
    assertThat(shown.lines().filter(line -> line.contains(SECRET)).toList()).isEmpty();
  }
}
