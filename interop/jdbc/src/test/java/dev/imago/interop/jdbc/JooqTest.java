package dev.imago.interop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.Catalog;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Meta;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A query builder: it reads the metadata, and writes SQL with quoted names and {@code ?}. */
@Timeout(120)
class JooqTest {
  private static final Table<Record> IMAGES = table(name("google", "compute", "images"));
  private static final Field<String> PROJECT = field(name("project"), String.class);
  private static final Field<String> NAME = field(name("name"), String.class);
  private static final Field<String> STATUS = field(name("status"), String.class);
  private static final Field<Long> BYTES = field(name("archiveSizeBytes"), Long.class);
  private static final Field<Timestamp> CREATED = field(name("creationTimestamp"), Timestamp.class);

  private static Demo demo;
  private static Connection connection;
  private static DSLContext jooq;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, SQLException {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    demo = new Demo(folder);
    connection = DriverManager.getConnection(demo.url());
    jooq = DSL.using(connection, SQLDialect.DEFAULT);
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    demo.close();
  }

  /** The open-source edition knows no catalogs: it sees all schemas in one that has no name. */
  @Test
  void metadataHasSchemasTablesColumnsAndKeysWithoutACall() {
    demo.emulator().requests().clear();
    Meta meta = jooq.meta();

    assertThat(meta.getCatalogs()).extracting(Catalog::getName).containsExactly("");
    assertThat(meta.getSchemas())
        .extracting(Schema::getName)
        .contains("compute", "vmmigration", "ims", "inventory", "system");
    Table<?> jobs = tableOf(meta, "image_import_jobs", "vmmigration");
    assertThat(jobs.fieldsRow().fields())
        .extracting(Field::getName)
        .contains("projectsId", "imageImportsId", "state", "createTime");
    assertThat(jobs.field("createTime").getType()).isEqualTo(Timestamp.class);
    assertThat(jobs.field("state").getType()).isEqualTo(String.class);
    assertThat(jobs.getPrimaryKey().getFields())
        .extracting(Field::getName)
        .containsExactly("projectsId", "locationsId", "imageImportsId", "imageImportJobsId");
    assertThat(jobs.getReferences())
        .extracting(reference -> reference.getKey().getTable().getName())
        .containsExactly("image_imports");
    assertThat(tableOf(meta, "images", "inventory").field("size_bytes").getType())
        .isEqualTo(Long.class);
    assertThat(demo.emulator().requests().all()).isEmpty();
  }

  private static Table<?> tableOf(Meta meta, String name, String schema) {
    return meta.getTables(name).stream()
        .filter(found -> found.getSchema().getName().equals(schema))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void plainSqlWithValues() {
    Result<Record> rows =
        jooq.fetch(
            "select name, archiveSizeBytes from google.compute.images"
                + " where project = ? and archiveSizeBytes > ? order by name limit 2",
            "debian-cloud",
            1L);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("archiveSizeBytes")).isInstanceOf(Long.class);
  }

  @Test
  void selectWithQuotedNamesAndConditions() {
    Result<? extends Record> rows =
        jooq.select(PROJECT, STATUS, count())
            .from(IMAGES)
            .where(PROJECT.in("acme-prod", "acme-dev").and(STATUS.ne("READY")))
            .groupBy(PROJECT, STATUS)
            .orderBy(PROJECT.asc(), STATUS.asc())
            .fetch();

    assertThat(rows.formatCSV(false))
        .isEqualTo(
            """
            acme-dev,DELETING,1
            acme-dev,PENDING,1
            acme-prod,FAILED,1
            acme-prod,PENDING,1
            """);
  }

  @Test
  void joinsAndTimestamps() {
    Table<Record> other = IMAGES.as("b");
    Field<String> otherName = field(name("b", "name"), String.class);
    Field<String> otherProject = field(name("b", "project"), String.class);
    List<LocalDateTime> created =
        jooq.select(field(name("a", "creationTimestamp"), LocalDateTime.class))
            .from(IMAGES.as("a"))
            .join(other)
            .on(field(name("a", "name"), String.class).eq(otherName))
            .and(field(name("a", "project"), String.class).eq(otherProject))
            .where(otherProject.eq("acme-prod"))
            .and(otherName.eq("web-base-v2"))
            .fetch(0, LocalDateTime.class);

    assertThat(created).hasSize(1).doesNotContainNull();
  }

  @Test
  void rowsAreReadLazily() {
    demo.emulator().requests().clear();
    try (Cursor<?> cursor =
        jooq.select(NAME, BYTES, CREATED)
            .from(IMAGES)
            .where(PROJECT.eq("coreos-cloud"))
            .fetchLazy()) {
      assertThat(cursor.fetchNext(3)).hasSize(3);
    }
    assertThat(demo.emulator().requests().all()).hasSize(1);
  }

  @Test
  void changesCountTheirRows() {
    assertThat(
            jooq.deleteFrom(IMAGES).where(PROJECT.eq("acme-dev")).and(NAME.eq("nobody")).execute())
        .isZero();
  }

  @Test
  void anErrorKeepsItsSqlState() {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jooq.fetch("select nothing from google.compute.images"))
        .satisfies(failure -> assertThat(failure.sqlState()).isEqualTo("42S22"));
  }
}
