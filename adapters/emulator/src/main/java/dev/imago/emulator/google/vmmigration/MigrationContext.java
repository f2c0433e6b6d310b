package dev.imago.emulator.google.vmmigration;

import dev.imago.emulator.google.Call;
import dev.imago.emulator.google.list.RpcLists;
import dev.imago.emulator.google.project.Project;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.state.Timeline;
import java.time.Clock;

/**
 * What the services of VM Migration share.
 *
 * @param access who may see what
 * @param lists the paging of lists
 * @param timeline what is going to change
 * @param clock the cloud's time
 * @param ids the numbers of new operations
 */
record MigrationContext(
    MigrationAccess access, RpcLists lists, Timeline timeline, Clock clock, IdGenerator ids) {

  /** The path of a call with the project's id, also when the call has its number. */
  String ownPath(Call call, Project project) {
    String asCalled = "projects/" + call.variable("project");
    return project.path() + call.path().substring(asCalled.length());
  }

  /** The time now, as the API writes it. */
  String now() {
    return clock.instant().toString();
  }
}
