package dev.imago.emulator.google.compute;

import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.state.Timeline;

/**
 * What the services of one version of Compute share.
 *
 * @param version {@code beta} or {@code v1}
 * @param access who may see what
 * @param lists the paging of lists
 * @param timeline what is going to change
 */
record ComputeContext(String version, ComputeAccess access, ComputeLists lists, Timeline timeline) {

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
