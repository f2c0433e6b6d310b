package dev.imago.emulator.google.vmmigration;

import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.InputFields;
import dev.imago.emulator.google.list.RpcLists;
import dev.imago.emulator.google.project.CloudState;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.state.Timeline;

/**
 * What the services of VM Migration share.
 *
 * @param state what all APIs share
 * @param access who may see what
 * @param lists the paging of lists
 * @param input what bodies give
 */
record MigrationContext(
    CloudState state, MigrationAccess access, RpcLists lists, InputFields input) {

  /** What is going to change. */
  Timeline timeline() {
    return state.timeline();
  }

  /** The path of a call with the project's id, also when the call has its number. */
  String ownPath(Call call, Project project) {
    String asCalled = "projects/" + call.variable("project");
    return project.path() + call.path().substring(asCalled.length());
  }

  /** The time now, as the API writes it. */
  String now() {
    return state.clock().instant().toString();
  }

  /** A number that nothing else has, in few digits. */
  String freshId() {
    return Long.toHexString(state.ids().next());
  }
}
