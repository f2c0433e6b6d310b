package dev.imago.interop.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.data.jdbc.JdbcDataAdapterImpl;
import net.sf.jasperreports.data.jdbc.JdbcDataAdapterService;
import net.sf.jasperreports.data.jdbc.TransactionIsolation;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRValueParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.ParameterContributorContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.export.JRCsvExporter;
import net.sf.jasperreports.engine.query.JRJdbcQueryExecuter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleWriterExporterOutput;
import net.sf.jasperreports.util.IdentitySecretsProvider;
import net.sf.jasperreports.util.SecretsProviderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reports: they are compiled, filled over a connection, and written as text. */
@Timeout(120)
class JasperReportsTest {
  private static final Path PAGE = Path.of("../../docs/connect.md");

  private static Demo demo;
  private static Connection connection;
  private static JasperReport images;
  private static JasperReport created;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, SQLException, JRException {
    demo = new Demo(folder);
    connection = DriverManager.getConnection(demo.url() + ";complexTypes=json");
    images = report("images.jrxml");
    created = report("created.jrxml");
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    demo.close();
  }

  private static JasperReport report(String name) throws IOException, JRException {
    try (InputStream source = JasperReportsTest.class.getResourceAsStream(name)) {
      return JasperCompileManager.compileReport(source);
    }
  }

  private static String csv(JasperReport report, Connection from, Map<String, Object> parameters)
      throws JRException {
    Map<String, Object> values = new HashMap<>(parameters);
    values.put(JRParameter.REPORT_LOCALE, Locale.ROOT);
    JRCsvExporter exporter = new JRCsvExporter();
    StringWriter text = new StringWriter();
    exporter.setExporterInput(
        new SimpleExporterInput(JasperFillManager.fillReport(report, values, from)));
    exporter.setExporterOutput(new SimpleWriterExporterOutput(text));
    exporter.exportReport();
    return text.toString();
  }

  @Test
  void groupsAndSums() throws JRException {
    String csv =
        csv(
            images,
            connection,
            Map.of("project", "acme-prod", "since", Date.valueOf("2026-01-12")));

    assertThat(csv)
        .isEqualTo(
            """
            FAILED,,,,
            ,broken-build,0,2026-06-11 23:59,
            Sum,,0,,
            PENDING,,,,
            ,web-base-v4,0,2026-06-15 05:10,"{""env"":""prod"",""owner"":""web""}"
            Sum,,0,,
            READY,,,,
            ,batch-worker,"1,073,741,824",2026-06-10 04:00,"{""owner"":""data""}"
            ,db-golden-arm,"5,368,709,120",2026-01-12 10:08,"{""env"":""prod"",""owner"":""data""}"
            ,debian-imported,"912,261,120",2026-05-21 06:31,"{""env"":""prod"",""imported-by"":""vmmigration""}"
            ,web-base-v3,"1,502,314,496",2026-03-30 14:45,"{""env"":""prod"",""owner"":""web"",""cost-center"":""cc-1204""}"
            ,windows-gold,"16,106,127,360",2026-02-19 04:30,"{""env"":""prod"",""owner"":""office"",""os"":""windows""}"
            Sum,,"24,963,153,920",,
            """);
  }

  @Test
  void aDateIsSentAsADay() throws JRException {
    String sameDay =
        csv(
            images,
            connection,
            Map.of("project", "acme-prod", "since", Timestamp.valueOf("2026-06-11 23:59:30")));
    String nextDay =
        csv(
            images,
            connection,
            Map.of("project", "acme-prod", "since", Timestamp.valueOf("2026-06-12 00:00:00")));

    assertThat(sameDay).contains("broken-build,0,2026-06-11 23:59").doesNotContain("batch-worker");
    assertThat(nextDay).contains("web-base-v4").doesNotContain("broken-build");
  }

  @Test
  void aListOfValuesAndPointsInTimeOfAZone() throws JRException {
    TimeZone zone = TimeZone.getTimeZone("Europe/Berlin");

    String csv =
        csv(
            created,
            connection,
            Map.of(
                JRParameter.REPORT_TIME_ZONE,
                zone,
                "projects",
                List.of("acme-dev", "acme-prod"),
                "from",
                Timestamp.from(Instant.parse("2026-06-11T23:59:00Z")),
                "to",
                Timestamp.from(Instant.parse("2026-06-15T11:00:00Z"))));

    assertThat(csv)
        .isEqualTo(
            """
            acme-prod,broken-build,2026-06-12 01:59
            acme-dev,kernel-test,2026-06-13 04:05
            acme-prod,web-base-v4,2026-06-15 07:10
            """);
  }

  @Test
  void aDataAdapterConnects() throws JRException, SQLException {
    JdbcDataAdapterImpl adapter = new JdbcDataAdapterImpl();
    adapter.setDriver("dev.imago.jdbc.ImagoDriver");
    adapter.setUrl(demo.url() + ";complexTypes=json");
    adapter.setUsername("");
    adapter.setPassword("");
    adapter.setProperties(Map.of("maxCalls", "100"));
    adapter.setAutoCommit(false);
    adapter.setReadOnly(true);
    adapter.setTransactionIsolation(TransactionIsolation.READ_COMMITTED);
    Map<String, Object> parameters = new HashMap<>();
    SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    // Passwords stand in the adapter, and in no store of their own.
    context.setExtensions(
        SecretsProviderFactory.class, List.of(category -> new IdentitySecretsProvider()));
    JdbcDataAdapterService service =
        new JdbcDataAdapterService(
            new ParameterContributorContext(context, images.getMainDataset(), parameters), adapter);

    service.contributeParameters(parameters);
    try {
      Connection opened =
          (Connection) requireNonNull(parameters.get(JRParameter.REPORT_CONNECTION));
      assertThat(opened.isReadOnly()).isTrue();
      assertThat(
              csv(
                  images,
                  opened,
                  Map.of("project", "acme-dev", "since", Date.valueOf("2026-06-15"))))
          .isEqualTo(
              """
              PENDING,,,,
              ,ci-runner-v8,,2026-06-15 11:00,"{""env"":""dev"",""owner"":""build""}"
              Sum,,,,
              """);
    } finally {
      service.dispose();
    }
  }

  @Test
  void aDesignerFindsTheFieldsOfAQueryWithoutACall() throws JRException, SQLException {
    demo.emulator().requests().clear();
    JRDataset dataset = images.getMainDataset();
    JRJdbcQueryExecuter query =
        new JRJdbcQueryExecuter(
            DefaultJasperReportsContext.getInstance(), dataset, withoutValues(dataset));
    query.createDatasource();
    try {
      ResultSetMetaData columns = query.getResultSet().getMetaData();
      List<String> found = new ArrayList<>();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        found.add(columns.getColumnLabel(column) + " " + columns.getColumnClassName(column));
      }
      List<String> declared = new ArrayList<>();
      for (JRField field : images.getFields()) {
        declared.add(field.getName() + " " + field.getValueClassName());
      }
      assertThat(found).isEqualTo(declared);
      assertThat(description(columns, 1)).startsWith("How far the image is");
    } finally {
      query.close();
    }
    assertThat(demo.emulator().requests().all()).isEmpty();
  }

  /** What a designer takes for the field's description. */
  private static String description(ResultSetMetaData columns, int column) throws SQLException {
    try (ResultSet found =
        connection
            .getMetaData()
            .getColumns(
                columns.getCatalogName(column),
                columns.getSchemaName(column),
                columns.getTableName(column),
                columns.getColumnLabel(column))) {
      assertThat(found.next()).isTrue();
      return found.getString("REMARKS");
    }
  }

  /** The parameters of a report that is still being written: only the connection is known. */
  private static Map<String, JRValueParameter> withoutValues(JRDataset dataset) {
    Map<String, Object> known =
        Map.of(
            JRParameter.REPORT_CONNECTION, connection, JRParameter.REPORT_PARAMETERS_MAP, Map.of());
    Map<String, JRValueParameter> parameters = new HashMap<>();
    for (JRParameter declared : dataset.getParameters()) {
      String name = declared.getName();
      parameters.put(name, valued(declared, known.get(name)));
    }
    return parameters;
  }

  private static JRValueParameter valued(JRParameter declared, @Nullable Object value) {
    return (JRValueParameter)
        Proxy.newProxyInstance(
            JasperReportsTest.class.getClassLoader(),
            new Class<?>[] {JRValueParameter.class},
            (proxy, method, arguments) ->
                method.getName().equals("getValue") ? value : method.invoke(declared, arguments));
  }

  @Test
  void aFailureHasTheDriversMessageAndItsSqlState() {
    assertThatExceptionOfType(JRException.class)
        .isThrownBy(
            () ->
                csv(
                    images,
                    connection,
                    Map.of("project", "nobodys", "since", Date.valueOf("2026-01-12"))))
        .havingCause()
        .isInstanceOfSatisfying(
            SQLException.class, cause -> assertThat(cause.getSQLState()).isEqualTo("42704"));
  }

  @Test
  void thePageShowsTheReport() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    int begin = page.indexOf("```xml\n") + "```xml\n".length();
    String shown = page.substring(begin, page.indexOf("```", begin));

    try (InputStream source = JasperReportsTest.class.getResourceAsStream("images.jrxml")) {
      assertThat(new String(source.readAllBytes(), StandardCharsets.UTF_8))
          .contains(shown.indent(2));
    }
  }
}
