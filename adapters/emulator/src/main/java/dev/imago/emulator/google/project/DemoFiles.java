package dev.imago.emulator.google.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.list.StoredTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the demo cloud: {@code demo/PROJECT/API/KIND.json} are lists of resources, {@code
 * public-images/PROJECT.json} are answers of {@code images.list} as they were captured.
 */
final class DemoFiles {
  private DemoFiles() {}

  /** Whether there is a captured list of this project's images. */
  static boolean hasPublicImages(String project) {
    return DemoFiles.class.getResource(publicImages(project)) != null;
  }

  /** A project's resources of one kind; none when there is no such file. */
  static StoredTable resources(String project, Kind kind) {
    return table(read("demo/" + project + "/" + kind.file() + ".json"));
  }

  /** A public project's images, and nothing of any other kind. */
  static StoredTable publicResources(String project, Kind kind) {
    JsonNode list = kind == Kind.IMAGES ? read(publicImages(project)) : null;
    return table(list == null ? null : list.path("items"));
  }

  /** The records of the projects that the caller can see. */
  static StoredTable projects() {
    JsonNode projects = read("demo/projects.json");
    StoredTable table = new StoredTable();
    if (projects != null) {
      table.putAll(projects, project -> "projects/" + project.path("projectId").asText());
    }
    return table;
  }

  private static String publicImages(String project) {
    return "public-images/" + project + ".json";
  }

  private static StoredTable table(@Nullable JsonNode resources) {
    StoredTable table = new StoredTable();
    if (resources != null) {
      table.putAll(resources, DemoFiles::path);
    }
    return table;
  }

  /** Compute's resources know their URL, those of the newer APIs are named by their path. */
  private static String path(JsonNode resource) {
    String name = resource.path("selfLink").asText(resource.path("name").asText());
    return name.substring(name.indexOf("projects/"));
  }

  private static @Nullable JsonNode read(String file) {
    try (InputStream in = DemoFiles.class.getResourceAsStream(file)) {
      return in == null ? null : JsonReader.read(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The demo file " + file + " cannot be read", unreadable);
    }
  }
}
