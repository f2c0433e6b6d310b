package dev.imago.emulator.google.compute;

import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.InputFields;
import dev.imago.emulator.google.project.CloudState;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.state.Timeline;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the services of one version of Compute share.
 *
 * @param version {@code beta} or {@code v1}
 * @param state what all APIs share
 * @param access who may see what
 * @param lists the paging of lists
 * @param input what bodies give
 */
record ComputeContext(
    String version, CloudState state, ComputeAccess access, ComputeLists lists, InputFields input) {
  /** The times of Compute are those of California. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.of("America/Los_Angeles"));

  /** What is going to change. */
  Timeline timeline() {
    return state.timeline();
  }

  /** The time now, as the API writes it. */
  String now() {
    return TIME.format(state.clock().instant());
  }

  /** The URL of a resource. */
  String link(String path) {
    return "https://www.googleapis.com/compute/" + version + "/" + path;
  }

  /** The path of a call with the project's id, also when the call has its number. */
  String ownPath(Call call, Project project) {
    String asCalled = "projects/" + call.variable("project");
    return project.path() + call.path().substring(asCalled.length());
  }
}
