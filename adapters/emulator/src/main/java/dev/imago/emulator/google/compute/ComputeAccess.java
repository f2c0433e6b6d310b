package dev.imago.emulator.google.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.google.project.Access;
import dev.imago.emulator.google.project.Kind;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.google.project.ProjectDirectory;
import dev.imago.emulator.list.StoredTable;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the project and the scope of a call, and refuses what the caller may not see. */
final class ComputeAccess {
  private static final Pattern PROJECT =
      Pattern.compile(
          "(?:(?:[-a-z0-9]{1,63}\\.)*(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?):)?"
              + "(?:[0-9]{1,19}|(?:[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?))");
  private static final Pattern NAME =
      Pattern.compile("[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?|[1-9][0-9]{0,19}");

  private final ProjectDirectory projects;
  private final Set<String> unreachable;

  /**
   * Puts the rules together.
   *
   * @param unreachable the paths of the zones and regions that do not answer
   */
  ComputeAccess(ProjectDirectory projects, Set<String> unreachable) {
    this.projects = projects;
    this.unreachable = unreachable;
  }

  /**
   * The project of a call.
   *
   * @throws GoogleFailure when there is none, it is closed to the caller, or the call's zone or
   *     region is unknown or does not answer
   */
  Project project(Call call, Kind kind) {
    for (Map.Entry<String, String> variable : call.variables().entrySet()) {
      checkSpelling(variable.getKey(), variable.getValue());
    }
    Project project =
        projects
            .find(call.variable("project"))
            .orElseThrow(() -> notFound("projects/" + call.variable("project")));
    if (project.access() == Access.NONE
        || (project.access() == Access.IMAGES_ONLY && kind != Kind.IMAGES)) {
      throw forbidden(call, project);
    }
    return project;
  }

  /**
   * A project's resources of one kind, to be changed.
   *
   * @throws GoogleFailure when the caller may only read them: public images belong to others, and
   *     generated ones to nobody
   */
  StoredTable writable(Call call, Project project, Kind kind) {
    if (project.access() == Access.ALL && project.table(kind) instanceof StoredTable stored) {
      return stored;
    }
    throw forbidden(call, project);
  }

  /**
   * What a call wants to use of another project, or of its own.
   *
   * @param path where it lies: {@code projects/debian-cloud/global/images/debian-12}
   * @param permission what using it needs
   * @throws GoogleFailure when it is not there, or closed to the caller
   */
  ObjectNode use(String path, Kind kind, String permission) {
    Project project = projects.find(path.split("/", -1)[1]).orElseThrow(() -> notFound(path));
    if (project.access() == Access.NONE) {
      throw forbidden(permission, path);
    }
    return project.table(kind).find(path).orElseThrow(() -> notFound(path));
  }

  /** Checks that the zone or region that a call's collection lies in is there and answers. */
  void checkScope(Call call, Project project, Scope scope) {
    if (project.access() == Access.IMAGES_ONLY) {
      // The projects of the public images show no zones, but a family's view names any.
      return;
    }
    if (scope == Scope.ZONE) {
      checkPlace(project, Kind.ZONES, "zone", call.variable("zone"));
    } else if (scope == Scope.REGION) {
      checkPlace(project, Kind.REGIONS, "region", call.variable("region"));
    }
  }

  /** Whether a zone or region of a project does not answer. */
  boolean isUnreachable(Project project, String scope) {
    return unreachable.contains(project.path() + "/" + scope);
  }

  static GoogleFailure notFound(String path) {
    return GoogleFailure.of(FailureKind.NOT_FOUND, "The resource '" + path + "' was not found");
  }

  /** A resource on which another operation is under way. */
  static GoogleFailure notReady(String path) {
    return GoogleFailure.of(FailureKind.NOT_READY, "The resource '" + path + "' is not ready");
  }

  private void checkPlace(Project project, Kind kind, String field, String name) {
    String scope = field + "s/" + name;
    if (project.table(kind).find(project.path() + "/" + scope).isEmpty()) {
      throw GoogleFailure.invalidField(field, name, "Unknown " + field + ".");
    }
    if (isUnreachable(project, scope)) {
      throw GoogleFailure.of(
          FailureKind.UNAVAILABLE, "The " + field + " '" + name + "' does not answer. Try again.");
    }
  }

  private static void checkSpelling(String field, String value) {
    Pattern pattern = field.equals("project") ? PROJECT : NAME;
    if (!pattern.matcher(value).matches()) {
      throw GoogleFailure.invalidField(
          field, value, "Must be a match of regex '" + pattern.pattern() + "'");
    }
  }

  /** A refusal names the project for lists and creations, the resource itself for the rest. */
  private static GoogleFailure forbidden(Call call, Project project) {
    String verb = call.permission().substring(call.permission().lastIndexOf('.') + 1);
    String resource = verb.equals("list") || verb.equals("create") ? project.path() : call.path();
    return forbidden(call.permission(), resource);
  }

  private static GoogleFailure forbidden(String permission, String resource) {
    return GoogleFailure.of(
        FailureKind.PERMISSION_DENIED,
        "Required '" + permission + "' permission for '" + resource + "'");
  }
}
