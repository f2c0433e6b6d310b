package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.credential.TokenPool;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.property.PropertySource;
import dev.imago.core.read.TableReader;
import dev.imago.core.statement.CallBudget;
import dev.imago.core.statement.CallLog;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementContext;
import dev.imago.core.write.AnswerTables;
import dev.imago.core.write.JsonValue;
import dev.imago.core.write.TableWriter;
import dev.imago.core.write.WriteRequest;
import dev.imago.core.write.WriteResult;
import dev.imago.emulator.EmulatorConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the descriptions say of writes is what the clouds take: each of them, over the demo. */
class AcceptedWritesTest {
  private static final DescribedTables TABLES = new DescribedTables();
  private static final String OPERATION = "operation-1774881909102-3e13df7f09f0c-054fbb7c-2081b5af";

  private static final List<Object> IMS =
      List.of("region", "eu-de", "project_id", "ac234de25c6741d2b1273da49eea1b9e");
  private static final List<Object> HUAWEI =
      List.of("region", "ap-southeast-1", "project_id", "a4da8115c9d8464ead3a38309130523f");
  private static final List<Object> IMS_IMAGE =
      join(IMS, "image_id", "bfb2de92-e7b9-4820-9522-416d8f2c812a");
  private static final List<Object> HUAWEI_IMAGE =
      join(HUAWEI, "image_id", "c6890c50-bd15-4379-968b-cf63e716c2b7");
  private static final List<Object> GOOGLE_IMAGE =
      List.of("project", "acme-prod", "name", "web-base-v1");
  private static final List<Object> IMPORTS =
      List.of("projectsId", "acme-prod", "locationsId", "us-central1");

  private DemoConnection demo;
  private ServiceCalls services;
  private TableWriter writer;

  @BeforeEach
  void connect() throws IOException, SQLException {
    demo = DemoConnection.open(EmulatorConfig.demo(), "");
    services =
        new ServiceCalls(
            TABLES
                .registry()
                .properties()
                .resolve(Map.of(PropertySource.PROPERTIES, demo.emulator().demoDefaults())),
            TABLES.registry(),
            Clock.systemUTC(),
            new TokenPool());
    writer =
        new TableWriter(
            services,
            new TableReader(services),
            Optional.empty(),
            new AnswerTables(TABLES.registry()),
            () -> UUID.randomUUID().toString());
  }

  @AfterEach
  void close() throws SQLException {
    services.close();
    demo.close();
  }

  static Stream<Arguments> writes() {
    return Stream.of(
            google(),
            yandex(),
            ims("opentelekom", IMS, IMS_IMAGE),
            ims("huawei", HUAWEI, HUAWEI_IMAGE),
            workspace())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> google() {
    return Stream.of(
        arguments(
            "google.compute.images.insert",
            join(
                List.of(
                    "project", "acme-prod",
                    "name", "copy-1",
                    "family", "copies",
                    "description", "A copy.",
                    "sourceImage", "projects/acme-prod/global/images/web-base-v2",
                    "diskSizeGb", 20L,
                    "forceCreate", true,
                    "requestId", "123e4567-e89b-42d3-a456-426614174000"),
                "labels",
                new JsonValue("{\"env\": \"test\"}"),
                "storageLocations",
                new JsonValue("[\"eu\"]"),
                "architecture",
                "X86_64",
                "guestOsFeatures",
                new JsonValue("[{\"type\": \"UEFI_COMPATIBLE\"}]"),
                "licenseCodes",
                new JsonValue("[\"7\"]"),
                "imageEncryptionKey",
                new JsonValue("{\"rawKey\": \"c2VjcmV0\"}"),
                "rolloutOverride",
                new JsonValue("{\"defaultRolloutTime\": \"2026-06-01T00:00:00Z\"}"),
                "locked",
                false,
                "sourceType",
                "RAW",
                "params",
                new JsonValue("{\"resourceManagerTags\": {\"a\": \"b\"}}"))),
        arguments(
            "google.compute.images.patch",
            join(GOOGLE_IMAGE, "family", "old-web", "description", "Old.")),
        arguments(
            "google.compute.images.set_labels",
            join(GOOGLE_IMAGE, "labels", new JsonValue("{\"env\": \"old\"}"))),
        arguments("google.compute.images.delete", GOOGLE_IMAGE),
        arguments(
            "google.compute.images.deprecate",
            join(GOOGLE_IMAGE, "state", "DEPRECATED", "deprecated", 1_780_000_000_000L)),
        arguments("google.compute.images.deprecate", GOOGLE_IMAGE),
        arguments(
            "google.compute.machine_images.delete",
            List.of("project", "acme-prod", "name", "web-machine")),
        arguments(
            "google.compute.global_operations.wait",
            List.of("project", "acme-prod", "name", OPERATION)),
        arguments(
            "google.compute.global_operations.delete",
            List.of("project", "acme-prod", "name", OPERATION)),
        arguments(
            "google.compute.zone_operations.wait",
            zoneOperation(
                "us-central1-a", "operation-1775145600200-a2a6a47f3cec4-1dae7d2e-573b32e5")),
        arguments(
            "google.compute.zone_operations.delete",
            zoneOperation(
                "us-central1-a", "operation-1775145600200-a2a6a47f3cec4-1dae7d2e-573b32e5")),
        arguments(
            "google.compute.region_operations.wait",
            regionOperation(
                "europe-west1", "operation-1780358400000-e54433085f950-8ec5d205-6e68c977")),
        arguments(
            "google.compute.region_operations.delete",
            regionOperation(
                "europe-west1", "operation-1780358400000-e54433085f950-8ec5d205-6e68c977")),
        arguments(
            "google.vmmigration.image_imports.create",
            join(
                IMPORTS,
                "imageImportsId",
                "import-new",
                "cloudStorageUri",
                "gs://acme/disk.vmdk",
                "diskImageTargetDefaults",
                new JsonValue(
                    """
                        {"imageName": "new", "targetProject":
                         "projects/acme-prod/locations/global/targetProjects/acme-prod",
                         "dataDiskImageImport": {"guestOsFeatures": ["UEFI_COMPATIBLE"]}}
                        """))),
        arguments(
            "google.vmmigration.image_imports.delete",
            join(IMPORTS, "imageImportsId", "import-erp-data")),
        arguments(
            "google.vmmigration.image_import_jobs.cancel",
            join(IMPORTS, "imageImportsId", "import-debian", "imageImportJobsId", "job-running")),
        arguments(
            "google.vmmigration.operations.cancel",
            join(
                IMPORTS,
                "operationsId",
                "operation-1781524770000-1c80685a357fd-1a63de86-849c0a32")),
        arguments(
            "google.vmmigration.operations.delete",
            join(
                IMPORTS,
                "operationsId",
                "operation-1779343200123-f84e38850b070-a7d6043e-52b49b96")));
  }

  private static Stream<Arguments> yandex() {
    return Stream.of(
        arguments(
            "yandex.compute.images.create",
            List.of(
                "folder_id",
                "b1gfolderdev",
                "name",
                "copy_1",
                "description",
                "A copy.",
                "family",
                "copies",
                "min_disk_size",
                8L << 30,
                "source_image_id",
                "fd8l7n4ncick4nn3l7ba",
                "labels",
                new JsonValue("{\"env\": \"test\"}"),
                "os",
                new JsonValue("{\"type\": \"LINUX\"}"),
                "pooled",
                false,
                "hardware_generation",
                new JsonValue("{\"generation2_features\": {}}"))),
        arguments(
            "yandex.compute.images.update",
            List.of(
                "image_id", "fd8l7n4ncick4nn3l7ba", "name", "web-old", "min_disk_size", 9L << 30)),
        arguments("yandex.compute.images.delete", List.of("image_id", "fd8l7n4ncick4nn3l7ba")),
        arguments(
            "yandex.operation.operations.cancel", List.of("operation_id", "fdvog3b2ki6nhhe3i6q9")));
  }

  private static Stream<Arguments> ims(String cloud, List<Object> project, List<Object> image) {
    String images = cloud + ".ims.images.";
    String members = cloud + ".ims.image_members.";
    String imageId = Objects.toString(image.get(image.size() - 1));
    JsonValue ids = new JsonValue("[\"" + imageId + "\"]");
    JsonValue others = new JsonValue("[\"e4c8a6f20b1d4d3ea5978c6b3f2e1d07\"]");
    String shared =
        cloud.equals("huawei")
            ? "6d299609-41e9-4d2a-9b77-1d10299a87dd"
            : "6596628c-42d4-4ff1-8660-8ea5ae61f243";
    return Stream.of(
        arguments(
            images + "insert",
            join(
                project,
                "name",
                "from file",
                "image_url",
                "bucket:disk.qcow2",
                "min_disk",
                40,
                "os_version",
                "Debian GNU/Linux 12.0.0 64bit",
                "description",
                "New.",
                "image_tags",
                new JsonValue("[{\"key\": \"env\", \"value\": \"test\"}]"),
                "data_images",
                new JsonValue("[{\"image_url\": \"bucket:data.qcow2\", \"min_disk\": 40}]"),
                "min_ram",
                1024,
                "type",
                "ECS",
                "is_config",
                true)),
        arguments(
            images + "insert",
            join(project, "name", "from server", "instance_id", "877a2cda", "max_ram", 4096)),
        arguments(
            images + "insert",
            join(
                project,
                "data_images",
                new JsonValue(
                    "[{\"name\": \"data\", \"volume_id\": \"v-1\", \"tags\": [\"a\"]}]"))),
        arguments(
            images + "update",
            join(
                image,
                "name",
                "renamed",
                "description",
                "New.",
                "min_ram",
                2048,
                "hw_vif_multiqueue_enabled",
                true,
                "support_xen",
                true)),
        arguments(images + "delete", image),
        arguments(images + "delete", join(image, "delete_backup", false)),
        arguments(
            images + "export",
            join(image, "bucket_url", "bucket:out.qcow2", "file_format", "qcow2")),
        arguments(
            images + "export",
            join(image, "bucket_url", "bucket:out.zvhd2", "is_quick_export", true)),
        arguments(images + "copy", join(image, "name", "copied", "description", "A copy.")),
        arguments(
            images + "register",
            join(
                project,
                "image_id",
                cloud.equals("huawei")
                    ? "767ddf12-45d4-4d0e-958c-55bb4b175feb"
                    : "883e364b-7a49-4302-9bc3-cf4634cc1091",
                "image_url",
                "bucket:disk.qcow2")),
        arguments(
            images + "quick_import",
            join(
                project,
                "name",
                "quick",
                "os_version",
                "Debian GNU/Linux 12.0.0 64bit",
                "image_url",
                "bucket:disk.zvhd2",
                "min_disk",
                40,
                "type",
                "ECS",
                "architecture",
                "x86",
                "license_type",
                "none")),
        arguments(
            images + "create_data_image",
            join(
                project,
                "name",
                "data",
                "image_url",
                "bucket:data.qcow2",
                "min_disk",
                40,
                "os_type",
                "Linux")),
        arguments(
            images + "create_whole_image",
            join(project, "name", "whole", "backup_id", "b-1", "whole_image_type", "CBR")),
        arguments(members + "add", join(project, "images", ids, "projects", others)),
        arguments(members + "remove", join(project, "images", ids, "projects", others)),
        arguments(
            members + "update",
            join(
                project,
                "images",
                new JsonValue("[\"" + shared + "\"]"),
                "member_id",
                project.get(3),
                "status",
                "rejected")));
  }

  private static Stream<Arguments> workspace() {
    return Stream.of(
        arguments(
            "huawei.workspace.image_servers.recreate_image",
            join(
                HUAWEI,
                "server_id",
                "db9bb8be-2f46-4288-9246-1e670eb6c93b",
                "name",
                "office-v5",
                "description",
                "New.",
                "execute_sysprep",
                true)));
  }

  private static List<Object> zoneOperation(String zone, String name) {
    return List.of("project", "acme-prod", "zone", zone, "name", name);
  }

  private static List<Object> regionOperation(String region, String name) {
    return List.of("project", "acme-prod", "region", region, "name", name);
  }

  private static List<Object> join(List<Object> some, Object... more) {
    List<Object> all = new ArrayList<>(some);
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void isAccepted(String name, List<Object> pairs) {
    WriteResult result = send(name, pairs);
    assertThat(result.status()).isBetween(200, 299);
    method(name)
        .answer()
        .table()
        .ifPresent(answered -> assertThat(result.row()).anyMatch(Objects::nonNull));
  }

  @Test
  void everyWriteIsHere() {
    Set<String> described =
        TABLES.all().stream()
            .flatMap(
                table ->
                    table.writes().stream()
                        .map(write -> table.qualifiedName() + "." + write.name()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(writes().map(each -> Objects.toString(each.get()[0])).collect(Collectors.toSet()))
        .isEqualTo(described);
  }

  private WriteResult send(String name, List<Object> pairs) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      values.put(Objects.toString(pairs.get(i)), pairs.get(i + 1));
    }
    WriteRequest request = writer.prepare(new WriteRequest(table(name), method(name), values));
    return writer.write(
        request,
        new StatementContext(
            1, new Cancellation(), new CallBudget(100), new CallLog(), warning -> {}));
  }

  private static TableDescription table(String name) {
    String table = name.substring(0, name.lastIndexOf('.'));
    return TABLES.all().stream()
        .filter(each -> each.qualifiedName().equals(table))
        .findFirst()
        .orElseThrow();
  }

  private static WriteMethod method(String name) {
    return table(name).write(name.substring(name.lastIndexOf('.') + 1)).orElseThrow();
  }
}
