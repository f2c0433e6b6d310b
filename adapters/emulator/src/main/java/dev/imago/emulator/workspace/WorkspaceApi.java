package dev.imago.emulator.workspace;

import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.RegionalApi;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.state.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Puts the service together. */
public final class WorkspaceApi {
  private WorkspaceApi() {}

  /**
   * The API under a root.
   *
   * @param clock the cloud's time
   * @param ids the numbers of what is made while it runs
   */
  public static RegionalApi create(String root, Gate gate, Clock clock, IdGenerator ids) {
    WorkspaceResources resources = new WorkspaceResources(new Timeline(clock));
    List<Method> methods = new ArrayList<>(new ImageJobService(gate, resources).methods());
    methods.addAll(new ImageServerService(gate, resources).methods());
    methods.addAll(new ImageRecreation(gate, resources, clock, ids).methods());
    return new RegionalApi(root, gate::check, methods, new WorkspaceErrors());
  }
}
