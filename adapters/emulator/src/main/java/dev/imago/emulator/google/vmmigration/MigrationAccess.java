package dev.imago.emulator.google.vmmigration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.project.Access;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.google.project.ProjectDirectory;
import java.util.Map;
import java.util.Set;

/** Finds what a call is about, from the project down; what is missing first is what it names. */
final class MigrationAccess {
  static final String SERVICE = "vmmigration.googleapis.com";

  /** Where target projects live; it is no row of the list of locations. */
  private static final String GLOBAL = "global";

  private final ProjectDirectory projects;
  private final Set<String> unreachable;

  MigrationAccess(ProjectDirectory projects, Set<String> unreachable) {
    this.projects = projects;
    this.unreachable = unreachable;
  }

  /**
   * The project of a call.
   *
   * @throws GoogleFailure when there is none or it is closed to the caller
   */
  Project project(Call call) {
    String name = call.variable("project");
    Project project = projects.find(name).orElseThrow(() -> notFound("projects/" + name));
    if (project.access() != Access.ALL) {
      throw forbidden(call);
    }
    return project;
  }

  /**
   * Checks that everything above a collection is there.
   *
   * @throws GoogleFailure when the location or the image import is missing, or the location does
   *     not answer
   */
  void checkParents(Call call, Project project, MigrationCollection collection) {
    String location = call.variables().getOrDefault("location", "");
    if (location.isEmpty() || collection.equals(MigrationCollection.LOCATIONS)) {
      return;
    }
    boolean global = collection.equals(MigrationCollection.TARGET_PROJECTS);
    if (global != location.equals(GLOBAL) && (global || location.equals(GLOBAL))) {
      throw GoogleFailure.of(
          FailureKind.INVALID_ARGUMENT,
          "Location '" + location + "' does not serve " + collection.segment() + ".");
    }
    String path = project.path() + "/locations/" + location;
    if (!global) {
      find(project, Kind.LOCATIONS, path);
    }
    if (unreachable.contains(path)) {
      throw GoogleFailure.of(
          FailureKind.UNAVAILABLE, "Location '" + location + "' is unavailable.");
    }
    if (collection.equals(MigrationCollection.IMAGE_IMPORT_JOBS)) {
      find(project, Kind.IMAGE_IMPORTS, path + "/imageImports/" + call.variable("imageImport"));
    }
  }

  /**
   * One resource.
   *
   * @throws GoogleFailure when there is none
   */
  ObjectNode find(Project project, Kind kind, String path) {
    return project.table(kind).find(path).orElseThrow(() -> notFound(path));
  }

  /** A name that is taken. */
  static GoogleFailure alreadyExists(String path) {
    return GoogleFailure.of(FailureKind.ALREADY_EXISTS, "Resource '" + path + "' already exists")
        .withErrorInfo("RESOURCE_ALREADY_EXISTS", SERVICE, Map.of("resource", path));
  }

  private static GoogleFailure notFound(String path) {
    return GoogleFailure.of(FailureKind.NOT_FOUND, "Resource '" + path + "' was not found")
        .withErrorInfo("RESOURCE_NOT_FOUND", SERVICE, Map.of("resource", path));
  }

  private static GoogleFailure forbidden(Call call) {
    String resource = "//" + SERVICE + "/" + call.path();
    return GoogleFailure.of(
            FailureKind.PERMISSION_DENIED,
            "Permission '"
                + call.permission()
                + "' denied on resource '"
                + resource
                + "' (or it may not exist).")
        .withErrorInfo(
            "IAM_PERMISSION_DENIED",
            "iam.googleapis.com",
            Map.of("permission", call.permission(), "resource", call.path()));
  }
}
