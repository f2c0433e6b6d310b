package dev.imago.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.imago.core.description.ColumnType;
import dev.imago.core.provider.ProviderRegistry;
import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.Response;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a description marks as secret is sent and never shown, whoever repeats it. */
@Timeout(60)
class SecretsTest {
  private static final String SECRET = "c2VjcmV0LWtleS1vZi0zMi1ieXRlcy1sb25nLi4uLg==";
  private static final String LINK = "https://storage.example/bucket/a.qcow2?X-Signature=" + SECRET;
  private static final String GOOGLE =
      "EXEC google.compute.images.insert @project = 'acme-prod', @name = 'copy-of-it',"
          + " @sourceImage = 'projects/acme-prod/global/images/web-base-v2', ";
  private static final String YANDEX =
      "EXEC yandex.compute.images.create @folder_id = 'b1gfolderdev', @name = 'copy-of-it', ";

  private FaultyClouds clouds;
  private Connection connection;

  @BeforeEach
  void start() throws IOException, SQLException {
    clouds = FaultyClouds.open(0);
    connection = clouds.connect("pollInterval=10ms");
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    connection.close();
    clouds.close();
  }

  static Stream<Arguments> statements() {
    String key = "{\"rawKey\": \"" + SECRET + "\"}";
    return Stream.of(
        Arguments.of(GOOGLE + "@imageEncryptionKey = '" + key + "'", List.of()),
        Arguments.of(
            GOOGLE
                + "@imageEncryptionKey = ROW(CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR),"
                + " CAST(NULL AS VARCHAR), '"
                + SECRET
                + "', CAST(NULL AS VARCHAR))",
            List.of()),
        Arguments.of(GOOGLE + "@@json = '{\"imageEncryptionKey\": " + key + "}'", List.of()),
        Arguments.of(GOOGLE + "@imageEncryptionKey = ?", List.of(key)),
        Arguments.of(
            GOOGLE + "@imageEncryptionKey = '{\"rsaEncryptedKey\": \"" + SECRET + "\"}'",
            List.of()),
        Arguments.of(YANDEX + "@source_uri = '" + LINK + "'", List.of()),
        Arguments.of(YANDEX + "@source_uri = ?", List.of(LINK)),
        Arguments.of(YANDEX + "@@json = '{\"uri\": \"" + LINK + "\"}'", List.of()));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void isSentAndNotShown(String sql, List<String> parameters) throws SQLException {
    TestedWrite write =
        sql.startsWith("EXEC google") ? TestedWrite.GOOGLE_INSERT : TestedWrite.YANDEX_CREATE;
    if (parameters.isEmpty()) {
      assertHidden(String.join("\n", FaultyClouds.rows(connection, "EXPLAIN PLAN FOR " + sql)));
    }
    for (Response echo : echoes(write)) {
      clouds.emulator().requests().clear();
      clouds.strike(write, Fault.answer(echo), 1);

      Throwable failure = catchThrowable(() -> run(sql, parameters));

      assertThat(failure).isInstanceOf(SQLException.class);
      assertThat(clouds.arrived(write)).singleElement().asString().contains(SECRET);
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      assertHidden(trace.toString());
      assertThat(failure.getMessage()).contains("***");
      assertHidden(
          String.join(
              "\n", FaultyClouds.rows(connection, "SELECT error || url FROM imago.system.calls")));
      clouds.emulator().faults().clear();
    }
  }

  /** One that is new in a description needs a statement here. */
  @Test
  void eachSecretFieldOfABodyIsTried() {
    ProviderRegistry registry = ProviderRegistry.load(SecretsTest.class.getClassLoader());
    Set<String> secrets =
        registry.providers().stream()
            .flatMap(
                provider ->
                    provider.services().stream()
                        .map(service -> registry.service(provider.name(), service.name())))
            .flatMap(service -> service.orElseThrow().tables().stream())
            .flatMap(table -> table.writes().stream())
            .flatMap(write -> write.arguments().stream())
            .flatMap(
                argument ->
                    argument.secret() ? Stream.of(argument.name()) : secretsOf(argument.type()))
            .collect(Collectors.toSet());

    assertThat(secrets).containsExactlyInAnyOrder("rawKey", "rsaEncryptedKey", "source_uri");
    assertThat(secrets)
        .allSatisfy(
            secret ->
                assertThat(statements())
                    .anySatisfy(
                        statement -> assertThat(statement.get()[0].toString()).contains(secret)));
  }

  private static Stream<String> secretsOf(ColumnType type) {
    if (type instanceof ColumnType.RowOf row) {
      return row.fields().stream()
          .flatMap(field -> field.secret() ? Stream.of(field.json()) : secretsOf(field.type()));
    }
    if (type instanceof ColumnType.ArrayOf array) {
      return secretsOf(array.element());
    }
    return type instanceof ColumnType.MapOf map ? secretsOf(map.value()) : Stream.empty();
  }

  /** Clouds that repeat what they were sent: in their own words, and as a page. */
  private static List<Response> echoes(TestedWrite write) {
    String said = "Bad value: " + SECRET + " in " + LINK;
    String body =
        write == TestedWrite.GOOGLE_INSERT
            ? "{\"error\": {\"code\": 400, \"message\": \"" + said + "\"}}"
            : "{\"code\": 3, \"message\": \"" + said + "\"}";
    return List.of(
        Response.json(400, body.getBytes(UTF_8)),
        Response.text(400, said),
        Response.text(200, said));
  }

  private static void assertHidden(String text) {
    assertThat(text).doesNotContain(SECRET.substring(0, 12));
  }

  private void run(String sql, List<String> parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      statement.executeQuery().close();
    }
  }
}
