package dev.imago.interop.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.emulator.Emulator;
import dev.imago.emulator.http.RecordedRequest;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Spark reads a table in parts: it asks for the columns with a query without rows, quotes names,
 * writes its filters into WHERE, and reads each part over a connection of its own.
 */
@Timeout(300)
class SparkTest {
  private static final String URL = "jdbc:imago:complexTypes=json";

  private static Emulator emulator;
  private static SparkSession spark;

  @BeforeAll
  static void start() throws IOException {
    emulator = Emulator.demo();
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
    emulator.close();
  }

  @BeforeEach
  void forgetRequests() {
    emulator.requests().clear();
  }

  private static DataFrameReader reader() {
    return spark
        .read()
        .format("jdbc")
        .option("url", URL)
        .option("driver", "dev.imago.jdbc.ImagoDriver")
        .options(emulator.demoDefaults());
  }

  private static Dataset<Row> images() {
    return reader().option("dbtable", "google.compute.images").load();
  }

  private static List<String> targets() {
    return emulator.requests().all().stream().map(RecordedRequest::target).toList();
  }

  @Test
  void columnsHaveTheirTypesAndCostNoCall() {
    StructType schema = images().schema();

    assertThat(emulator.requests().all()).isEmpty();
    assertThat(schema.apply("archiveSizeBytes").dataType()).isEqualTo(DataTypes.LongType);
    assertThat(schema.apply("id").dataType()).isEqualTo(DataTypes.createDecimalType(20, 0));
    assertThat(schema.apply("creationTimestamp").dataType()).isEqualTo(DataTypes.TimestampType);
    assertThat(schema.apply("labels").dataType()).isEqualTo(DataTypes.StringType);
    assertThat(schema.fields()).extracting(StructField::name).contains("project", "name");
  }

  @Test
  void tablesOfAllKindsHaveColumnsThatSparkKnows() {
    Dataset<Row> tables =
        reader()
            .option(
                "query",
                "select provider, service, table_name from imago.system.tables"
                    + " where service in ('ims', 'inventory', 'system', 'vmmigration')")
            .load();
    List<Row> names = tables.collectAsList();

    assertThat(names).hasSizeGreaterThan(15);
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(
                        reader()
                            .option(
                                "dbtable",
                                "\"%s\".\"%s\".\"%s\""
                                    .formatted(
                                        name.getString(0), name.getString(1), name.getString(2)))
                            .load()
                            .schema()
                            .fields())
                    .isNotEmpty());
  }

  @Test
  void filtersAndColumnsReachTheApi() {
    List<Row> rows =
        images()
            .where("project = 'debian-cloud' and archiveSizeBytes > 0 and name like 'debian-6%'")
            .select("name", "archiveSizeBytes", "creationTimestamp")
            .collectAsList();

    assertThat(rows).isNotEmpty();
    assertThat(rows.get(0).getString(0)).startsWith("debian-6");
    assertThat(rows.get(0).getLong(1)).isPositive();
    assertThat(rows.get(0).getTimestamp(2)).isAfter(Timestamp.valueOf("2013-01-01 00:00:00"));
    assertThat(targets())
        .hasSize(1)
        .allMatch(target -> target.contains("/projects/debian-cloud/"))
        .noneMatch(target -> target.contains("labels"));
  }

  @Test
  void eachPartIsAProject() {
    Properties properties = new Properties();
    properties.putAll(emulator.demoDefaults());
    properties.put("driver", "dev.imago.jdbc.ImagoDriver");
    String[] parts = {"\"project\" = 'acme-prod'", "project = 'acme-dev'", "project = 'cos-cloud'"};
    Dataset<Row> images =
        spark.read().jdbc(URL, "google.compute.images", parts, properties).select("project", "id");

    assertThat(images.rdd().getNumPartitions()).isEqualTo(3);
    Map<String, Long> counts =
        images.groupBy("project").count().collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    assertThat(counts).containsEntry("acme-prod", 11L).containsEntry("acme-dev", 7L).hasSize(3);
    assertThat(targets()).allMatch(target -> target.contains("/projects/"));
  }

  @Test
  void nestedValuesAreJson() {
    Row row =
        images()
            .where("project = 'acme-prod' and name = 'web-base-v2'")
            .selectExpr("get_json_object(deprecated, '$.state')", "licenses")
            .first();

    assertThat(row.getString(0)).isEqualTo("DEPRECATED");
  }

  @Test
  void aggregatesAndLimitsOfSpark() {
    assertThat(images().where("project = 'acme-dev'").count()).isEqualTo(7);
    assertThat(images().where("project = 'coreos-cloud'").limit(3).collectAsList()).hasSize(3);
    assertThat(
            images()
                .where("project in ('acme-dev', 'acme-prod') and status <> 'READY'")
                .groupBy("status")
                .count()
                .orderBy("status")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("DELETING", "FAILED", "PENDING");
  }

  @Test
  void filtersOfEveryType() {
    Dataset<Row> images = images().where("project = 'acme-prod'");

    assertThat(images.where("creationTimestamp > timestamp '2020-01-01 00:00:00'").count())
        .isEqualTo(10);
    assertThat(images.where("creationTimestamp < timestamp '1999-01-01 00:00:00'").count())
        .isZero();
    assertThat(images.where("id > 0 and diskSizeGb >= 1").count()).isPositive();
    assertThat(images.where("family is null").count()).isPositive();
    assertThat(images.where("family = 'o\\'clock'").count()).isZero();
    assertThat(images.where("deprecated is null or name in ('web-base-v2')").count()).isPositive();
  }
}
