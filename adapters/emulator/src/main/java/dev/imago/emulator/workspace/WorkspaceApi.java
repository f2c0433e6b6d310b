package dev.imago.emulator.workspace;

import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.RegionalApi;
import java.util.ArrayList;
import java.util.List;

/** Puts the service together. */
public final class WorkspaceApi {
  private WorkspaceApi() {}

  /** The API under a root. */
  public static RegionalApi create(String root, Gate gate) {
    WorkspaceResources resources = new WorkspaceResources();
    List<Method> methods = new ArrayList<>(new ImageJobService(gate, resources).methods());
    methods.addAll(new ImageServerService(gate, resources).methods());
    return new RegionalApi(root, gate::check, methods, new WorkspaceErrors());
  }
}
