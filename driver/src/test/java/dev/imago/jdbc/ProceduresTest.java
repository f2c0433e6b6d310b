package dev.imago.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the metadata tells of the methods of every description. */
class ProceduresTest {
  private DemoCloud cloud;
  private Connection connection;
  private DatabaseMetaData metadata;

  @BeforeEach
  void connect() throws IOException, SQLException {
    cloud = new DemoCloud();
    connection = cloud.connect("");
    metadata = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    cloud.close();
  }

  @Test
  void areTheWritesOfEveryTable() throws SQLException {
    List<String> described = new ArrayList<>();
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                "select provider || '.' || service || '.' || table_name || '.' || \"method\""
                    + " from imago.system.methods where sql_verb <> 'SELECT'")) {
      while (rows.next()) {
        described.add(rows.getString(1));
      }
    }
    List<String> procedures = new ArrayList<>();
    try (ResultSet rows = metadata.getProcedures(null, null, null)) {
      while (rows.next()) {
        procedures.add(rows.getString(1) + "." + rows.getString(2) + "." + rows.getString(3));
        assertThat(rows.getString("REMARKS")).isNotBlank();
        assertThat(rows.getString("SPECIFIC_NAME")).isEqualTo(rows.getString("PROCEDURE_NAME"));
        assertThat(rows.getShort("PROCEDURE_TYPE"))
            .isEqualTo((short) DatabaseMetaData.procedureReturnsResult);
      }
    }
    assertThat(procedures)
        .contains("google.compute.images.deprecate", "yandex.operation.operations.cancel")
        .containsExactlyInAnyOrderElementsOf(described)
        .isSorted();
    assertThat(cloud.requests()).isZero();
  }

  @Test
  void areFoundByPatterns() throws SQLException {
    assertThat(procedures("GOOGLE", "vm%", "%cancel"))
        .containsExactly("image_import_jobs.cancel", "operations.cancel");
    assertThat(procedures("google", "compute", "images.set\\_labels"))
        .containsExactly("images.set_labels");
    assertThat(procedures("", null, null)).isEmpty();
  }

  @Test
  void haveArgumentsAndThenTheColumnsOfTheirAnswer() throws SQLException {
    List<Tuple> columns =
        columns("google", "vmmigration", "image_import_jobs.cancel", "%").subList(0, 6);

    assertThat(columns)
        .containsExactly(
            tuple("projectsId", 1, "VARCHAR", 1, "NO"),
            tuple("locationsId", 1, "VARCHAR", 2, "NO"),
            tuple("imageImportsId", 1, "VARCHAR", 3, "NO"),
            tuple("imageImportJobsId", 1, "VARCHAR", 4, "NO"),
            tuple("projectsId", 3, "VARCHAR", 1, "YES"),
            tuple("locationsId", 3, "VARCHAR", 2, "YES"));
    assertThat(columns("google", "compute", "images.insert", "labels"))
        .containsExactly(tuple("labels", 1, "VARCHAR", position("labels"), "YES"));
    assertThat(cloud.requests()).isZero();
  }

  private int position(String argument) throws SQLException {
    List<Tuple> columns = columns("google", "compute", "images.insert", null);
    for (int i = 0; i < columns.size(); i++) {
      if (argument.equals(columns.get(i).toList().get(0))) {
        return i + 1;
      }
    }
    return 0;
  }

  @Test
  void areToldToBeThere() throws SQLException {
    assertThat(metadata.supportsStoredProcedures()).isTrue();
    assertThat(metadata.supportsNamedParameters()).isTrue();
    assertThat(metadata.supportsGetGeneratedKeys()).isTrue();
    assertThat(metadata.supportsBatchUpdates()).isTrue();
    assertThat(metadata.supportsCatalogsInProcedureCalls()).isTrue();
    assertThat(metadata.supportsSchemasInProcedureCalls()).isTrue();
    assertThat(metadata.supportsStoredFunctionsUsingCallSyntax()).isFalse();
    assertThat(metadata.isReadOnly()).isFalse();
    connection.setReadOnly(true);
    assertThat(metadata.isReadOnly()).isTrue();
  }

  private List<String> procedures(String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = metadata.getProcedures(catalog, schema, name)) {
      while (rows.next()) {
        names.add(rows.getString("PROCEDURE_NAME"));
      }
    }
    return names;
  }

  private List<Tuple> columns(
      String catalog, String schema, String procedure, @Nullable String column)
      throws SQLException {
    List<Tuple> columns = new ArrayList<>();
    try (ResultSet rows = metadata.getProcedureColumns(catalog, schema, procedure, column)) {
      while (rows.next()) {
        assertThat(rows.getString("REMARKS")).isNotBlank();
        columns.add(
            tuple(
                rows.getString("COLUMN_NAME"),
                rows.getInt("COLUMN_TYPE"),
                rows.getString("TYPE_NAME"),
                rows.getInt("ORDINAL_POSITION"),
                rows.getString("IS_NULLABLE")));
      }
    }
    return columns;
  }
}
