package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.google.ApiSchema;
import dev.imago.emulator.json.JsonReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invented projects fit the schemas, and leave no field of a resource without a value. */
final class DemoDataTest extends EmulatorTest {
  /** Only ever sent, never answered. */
  private static final Set<String> INPUT_ONLY = Set.of("params", "tags of Project");

  @ParameterizedTest
  @CsvSource({
    "compute, Image, global/images",
    "compute, MachineImage, global/machineImages",
    "compute, Snapshot, global/snapshots",
    "compute, Zone, zones",
    "compute, Region, regions",
    "compute, Disk, aggregated/disks",
    "compute, Instance, aggregated/instances",
    "compute, Operation, aggregated/operations"
  })
  void computeFillsEveryField(String api, String message, String collection) throws Exception {
    List<JsonNode> resources = new ArrayList<>();
    for (String project : List.of("acme-prod", "acme-dev")) {
      JsonNode answer = client.get("/compute/beta/projects/" + project + "/" + collection).json();
      collect(answer.path("items"), resources);
    }

    check(api, message, resources);
  }

  @ParameterizedTest
  @CsvSource({
    "Location, locations",
    "ImageImport, imageImports",
    "ImageImportJob, imageImportJobs",
    "TargetProject, targetProjects",
    "Operation, operations"
  })
  void migrationFillsEveryField(String message, String collection) throws Exception {
    List<JsonNode> resources = new ArrayList<>();
    for (String project : List.of("acme-prod", "acme-dev")) {
      for (String parent : parents("projects/" + project, collection)) {
        client
            .get("/v1/" + parent + "/" + collection)
            .json()
            .path(collection)
            .forEach(resources::add);
      }
    }

    check("vmmigration", message, resources);
  }

  @ParameterizedTest
  @CsvSource({"cloudresourcemanager, Project"})
  void projectsFillEveryField(String api, String message) throws Exception {
    List<JsonNode> resources = new ArrayList<>();
    client.get("/v3/projects:search").json().path("projects").forEach(resources::add);

    check(api, message, resources);
  }

  private List<String> parents(String project, String collection) throws Exception {
    List<String> locations = client.get("/v1/" + project + "/locations").each("locations", "name");
    return switch (collection) {
      case "locations" -> List.of(project);
      case "targetProjects" -> List.of(project + "/locations/global");
      case "imageImportJobs" -> {
        List<String> imports = new ArrayList<>();
        for (String location : locations) {
          imports.addAll(
              client.get("/v1/" + location + "/imageImports").each("imageImports", "name"));
        }
        yield imports;
      }
      default -> locations;
    };
  }

  /** The elements of a list, or of the lists in the scopes of an aggregated list. */
  private static void collect(JsonNode items, List<JsonNode> resources) {
    if (items.isArray()) {
      items.forEach(resources::add);
      return;
    }
    for (JsonNode scope : items) {
      for (Map.Entry<String, JsonNode> field : scope.properties()) {
        if (!field.getKey().equals("warning")) {
          field.getValue().forEach(resources::add);
        }
      }
    }
  }

  private static void check(String api, String message, List<JsonNode> resources) throws Exception {
    JsonNode types = types(api);
    Set<String> filled = new TreeSet<>();
    List<String> misfits = new ArrayList<>();
    for (JsonNode resource : resources) {
      resource.fieldNames().forEachRemaining(filled::add);
      misfits(types, message, resource, message, misfits);
    }
    Set<String> expected = new TreeSet<>();
    types.path(message).fieldNames().forEachRemaining(expected::add);
    expected.removeIf(
        field -> INPUT_ONLY.contains(field) || INPUT_ONLY.contains(field + " of " + message));

    assertThat(misfits).isEmpty();
    assertThat(filled).isEqualTo(expected);
  }

  private static JsonNode types(String api) throws Exception {
    try (InputStream in = ApiSchema.class.getResourceAsStream("schema/" + api + ".json")) {
      return JsonReader.read(Objects.requireNonNull(in)).path("types");
    }
  }

  private static void misfits(
      JsonNode types, String type, JsonNode value, String path, List<String> misfits) {
    if (type.endsWith("[]")) {
      String element = type.substring(0, type.length() - 2);
      if (!value.isArray()) {
        misfits.add(path + " is no list");
      }
      value.forEach(each -> misfits(types, element, each, path + "[]", misfits));
    } else if (type.startsWith("map ")) {
      value
          .properties()
          .forEach(
              entry -> misfits(types, type.substring(4), entry.getValue(), path + "{}", misfits));
    } else if (types.has(type)) {
      value
          .properties()
          .forEach(
              field -> {
                String inner = types.path(type).path(field.getKey()).asText("unknown");
                misfits(types, inner, field.getValue(), path + "." + field.getKey(), misfits);
              });
    } else if (!isScalar(type, value)) {
      misfits.add(path + " is no " + type + ": " + value);
    }
  }

  private static boolean isScalar(String type, JsonNode value) {
    return switch (type) {
      case "any" -> true;
      case "boolean" -> value.isBoolean();
      case "int32", "double" -> value.isNumber();
      case "int64", "uint64" -> value.isTextual() && value.textValue().matches("-?[0-9]+");
      case "string", "timestamp" -> value.isTextual();
      default -> false;
    };
  }
}
