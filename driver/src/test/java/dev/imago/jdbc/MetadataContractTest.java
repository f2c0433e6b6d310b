package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of {@link DatabaseMetaData}, with arguments as tools give them. */
@Timeout(120)
class MetadataContractTest {
  private static DemoCloud cloud;
  private static Connection connection;
  private static DatabaseMetaData metadata;

  @BeforeAll
  static void start() throws IOException, SQLException {
    cloud = new DemoCloud();
    connection = cloud.connect("");
    metadata = connection.getMetaData();
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    cloud.close();
  }

  static Stream<Method> results() {
    return Arrays.stream(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() == ResultSet.class)
        .sorted(Comparator.comparing(Method::toString));
  }

  static Stream<Method> facts() {
    return Arrays.stream(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() != ResultSet.class)
        .filter(method -> !method.getName().equals("unwrap"))
        .sorted(Comparator.comparing(Method::toString));
  }

  @ParameterizedTest
  @MethodSource("results")
  void resultsHaveTheColumnsTheTypesAndTheOrderOfTheJavadoc(Method method)
      throws SQLException, IllegalAccessException, InvocationTargetException {
    MetadataResult expected = MetadataResult.of(method.getName());
    for (Object[] arguments : List.of(everything(method), someTable(method))) {
      try (ResultSet rows = (ResultSet) method.invoke(metadata, arguments)) {
        assertThat(columns(rows.getMetaData())).isEqualTo(expected.columns());
        assertThat(keys(rows, expected)).isSortedAccordingTo(MetadataContractTest::compare);
      }
    }
    assertThat(cloud.requests()).isZero();
  }

  private static List<String> columns(ResultSetMetaData shape) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= shape.getColumnCount(); i++) {
      columns.add(shape.getColumnLabel(i) + " " + shape.getColumnType(i));
    }
    return columns;
  }

  private static List<List<@Nullable Object>> keys(ResultSet rows, MetadataResult expected)
      throws SQLException {
    List<List<@Nullable Object>> keys = new ArrayList<>();
    while (rows.next()) {
      List<@Nullable Object> key = new ArrayList<>();
      for (String column : expected.order()) {
        key.add(
            column.equals("COLUMN_TYPE")
                ? isResult(rows.getShort(column))
                : rows.getObject(column));
      }
      keys.add(key);
    }
    return keys;
  }

  /** Parameters of a procedure stand before the columns that it answers. */
  private static int isResult(short columnType) {
    return columnType == DatabaseMetaData.procedureColumnResult ? 1 : 0;
  }

  private static int compare(List<@Nullable Object> one, List<@Nullable Object> other) {
    for (int i = 0; i < one.size(); i++) {
      int order =
          one.get(i) instanceof Number number
              ? Long.compare(number.longValue(), ((Number) other.get(i)).longValue())
              : String.valueOf(one.get(i)).compareTo(String.valueOf(other.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Null for every name and pattern. */
  private static Object[] everything(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> type == int.class ? 2 : type == boolean.class ? (Object) true : null)
        .toArray();
  }

  /** What a tool asks of one table; a name that is asked for a second time is its child. */
  private static Object[] someTable(Method method) {
    List<String> names = new ArrayList<>(List.of("google", "vmmigration", "image_imports"));
    if (method.getName().startsWith("getProcedure")) {
      names.set(2, "image\\_imports.%");
    }
    if (method.getName().equals("getCrossReference")) {
      names.addAll(List.of("google", "vmmigration", "image_import_jobs"));
    }
    Object[] arguments = everything(method);
    for (int i = 0; i < arguments.length && !names.isEmpty(); i++) {
      if (method.getParameterTypes()[i] == String.class) {
        arguments[i] = names.remove(0);
      }
    }
    return arguments;
  }

  @ParameterizedTest
  @MethodSource("facts")
  void factsAreToldWithoutACall(Method method)
      throws IllegalAccessException, InvocationTargetException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(type -> type == int.class ? (Object) ResultSet.TYPE_FORWARD_ONLY : Object.class)
            .toArray();

    assertThat(method.invoke(metadata, arguments)).isNotNull();
    assertThat(cloud.requests()).isZero();
  }

  @ParameterizedTest
  @MethodSource("results")
  void aClosedConnectionHasNone(Method method) throws SQLException, IllegalAccessException {
    Connection closed = cloud.connect("");
    DatabaseMetaData of = closed.getMetaData();
    closed.close();
    try {
      method.invoke(of, everything(method));
      assertThat(method).as("it answers").isNull();
    } catch (InvocationTargetException failure) {
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              SQLException.class, thrown -> assertThat(thrown.getSQLState()).isEqualTo("08003"));
    }
  }

  private static List<String> names(ResultSet rows, String... columns) throws SQLException {
    try (rows) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        StringBuilder name = new StringBuilder();
        for (String column : columns) {
          name.append(name.isEmpty() ? "" : " ").append(rows.getString(column));
        }
        names.add(name.toString());
      }
      return names;
    }
  }

  private static List<String> tables(
      @Nullable String catalog, @Nullable String schema, @Nullable String table, String... types)
      throws SQLException {
    return names(
        metadata.getTables(catalog, schema, table, types.length == 0 ? null : types),
        "TABLE_CAT",
        "TABLE_SCHEM",
        "TABLE_NAME");
  }

  @Test
  void namesArePatternsExceptThatOfTheCatalog() throws SQLException {
    assertThat(tables("google", "comp%", "im_ges")).containsExactly("google compute images");
    assertThat(tables("GOOGLE", "COMPUTE", "IMAGES")).containsExactly("google compute images");
    assertThat(tables("goo%", null, null)).isEmpty();
    assertThat(tables(null, null, "images"))
        .containsExactly(
            "google compute images",
            "huawei ims images",
            "opentelekom ims images",
            "yandex compute images",
            "imago inventory images");
  }

  @Test
  void anEscapedWildcardIsItself() throws SQLException {
    String escape = metadata.getSearchStringEscape();

    assertThat(tables("google", "compute", "machine" + escape + "_images")).hasSize(1);
    assertThat(tables("google", "compute", "images" + escape + "_by_family")).hasSize(1);
    assertThat(tables("google", "compute", "image" + escape + "_")).isEmpty();
    assertThat(tables("google", "compute", escape + "%")).isEmpty();
    assertThat(tables("google", "compute", "images" + escape)).isEmpty();
  }

  @Test
  void theEmptyNameIsForWhatHasNoCatalogAndNoSchema() throws SQLException {
    assertThat(tables("", null, null)).isEmpty();
    assertThat(tables(null, "", null)).isEmpty();
    assertThat(tables(null, null, "")).isEmpty();
    assertThat(names(metadata.getSchemas("", null), "TABLE_SCHEM")).isEmpty();
    assertThat(names(metadata.getColumns(null, null, null, ""), "COLUMN_NAME")).isEmpty();
    assertThat(names(metadata.getPrimaryKeys(null, null, ""), "COLUMN_NAME")).isEmpty();
  }

  @Test
  void typesOfTables() throws SQLException {
    assertThat(tables(null, null, null, "VIEW")).hasSize(3).allMatch(name -> name.contains("inv"));
    assertThat(tables(null, null, null, "NONE")).isEmpty();
    assertThat(names(metadata.getTables(null, null, null, new String[] {null}), "TABLE_NAME"))
        .isEmpty();
    assertThat(names(metadata.getTableTypes(), "TABLE_TYPE"))
        .containsExactly("SYSTEM TABLE", "TABLE", "VIEW");
  }

  @Test
  void columnsHaveRemarksAndPlainTypeNames() throws SQLException {
    try (ResultSet rows = metadata.getColumns(null, null, null, null)) {
      int count = 0;
      while (rows.next()) {
        count++;
        assertThat(rows.getString("TYPE_NAME")).matches("[A-Z]+");
        assertThat(rows.getString("REMARKS")).isNotBlank();
        assertThat(rows.getString("IS_NULLABLE"))
            .isEqualTo(rows.getInt("NULLABLE") == DatabaseMetaData.columnNullable ? "YES" : "NO");
        assertThat(rows.getString("COLUMN_NAME")).isNotBlank();
      }
      assertThat(count).isGreaterThan(500);
    }
  }

  @Test
  void keysAndWhatRefersToThem() throws SQLException {
    assertThat(
            names(
                metadata.getPrimaryKeys("google", "vmmigration", "image_import_jobs"),
                "COLUMN_NAME",
                "KEY_SEQ"))
        .containsExactly(
            "imageImportJobsId 4", "imageImportsId 3", "locationsId 2", "projectsId 1");
    assertThat(
            names(
                metadata.getBestRowIdentifier(
                    "google", "compute", "images", DatabaseMetaData.bestRowSession, false),
                "COLUMN_NAME"))
        .containsExactly("project", "name");
    assertThat(
            names(
                metadata.getImportedKeys("google", "vmmigration", "image_import_jobs"),
                "PKTABLE_NAME",
                "PKCOLUMN_NAME",
                "FKCOLUMN_NAME",
                "KEY_SEQ"))
        .containsExactly(
            "image_imports projectsId projectsId 1",
            "image_imports locationsId locationsId 2",
            "image_imports imageImportsId imageImportsId 3");
    assertThat(
            names(metadata.getExportedKeys("yandex", "resourcemanager", "folders"), "FKTABLE_NAME"))
        .containsExactly("disks", "images", "snapshots");
    assertThat(
            names(
                metadata.getCrossReference(
                    "google", "vmmigration", "locations", "google", "vmmigration", "operations"),
                "FKCOLUMN_NAME"))
        .containsExactly("projectsId", "locationsId");
    assertThat(names(metadata.getImportedKeys("google", "compute", "images"), "FK_NAME")).isEmpty();
  }

  @Test
  void proceduresAndTheirColumns() throws SQLException {
    assertThat(names(metadata.getProcedures("google", "compute", "images.set%"), "PROCEDURE_NAME"))
        .containsExactly("images.set_labels");
    assertThat(
            names(
                metadata.getProcedureColumns("google", "compute", "images.deprecate", "%"),
                "COLUMN_NAME"))
        .startsWith("project", "name");
    assertThat(names(metadata.getFunctions(null, null, null), "FUNCTION_NAME")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "en-US"})
  void namesAreFoundInEveryLanguage(String tag) throws SQLException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      assertThat(tables("google", "VMMIGRATION", "IMAGE_IMPORTS"))
          .containsExactly("google vmmigration image_imports");
      assertThat(names(metadata.getPrimaryKeys("IMAGO", "INVENTORY", "IMAGES"), "KEY_SEQ"))
          .isEmpty();
      assertThat(names(metadata.getPrimaryKeys("GOOGLE", "COMPUTE", "IMAGES"), "KEY_SEQ"))
          .containsExactly("2", "1");
    } finally {
      Locale.setDefault(before);
    }
  }
}
