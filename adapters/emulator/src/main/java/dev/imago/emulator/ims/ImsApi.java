package dev.imago.emulator.ims;

import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.RegionalApi;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.state.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Puts the service together. */
public final class ImsApi {
  private ImsApi() {}

  /**
   * One cloud's service under a root.
   *
   * @param dialect which cloud's
   * @param mostRowsPerPage the most rows of a page that says whether there is a next one
   * @param clock the cloud's time
   * @param numbers the numbers of what is made while it runs
   */
  public static RegionalApi create(
      String root,
      Gate gate,
      ImsDialect dialect,
      int mostRowsPerPage,
      Clock clock,
      IdGenerator numbers) {
    ImsResources resources = new ImsResources(dialect, new Timeline(clock));
    VisibleImages images = new VisibleImages(resources);
    List<Method> methods =
        new ArrayList<>(
            new ImageService(gate, images, resources, dialect, mostRowsPerPage).methods());
    methods.addAll(new MemberService(gate, images, resources).methods());
    methods.addAll(new JobService(gate, resources, dialect).methods());
    methods.addAll(new QuotaService(gate, resources).methods());
    methods.addAll(
        writes(
            new OwnImages(gate, images, resources),
            resources,
            dialect,
            new ImsTime(clock),
            new ImsIds(numbers)));
    return new RegionalApi(root, gate::check, methods, ImsErrors::illegal);
  }

  private static List<Method> writes(
      OwnImages own, ImsResources resources, ImsDialect dialect, ImsTime time, ImsIds ids) {
    Jobs jobs = new Jobs(resources, time, ids);
    NewImages made = new NewImages(resources, dialect, time, ids);
    VolumeImages volumes = new VolumeImages(made, jobs, time, ids);
    Sharing sharing = new Sharing(resources, time);
    List<Method> methods =
        new ArrayList<>(new ImageCreationService(own, made, jobs, volumes, dialect).methods());
    methods.addAll(new ImageTransferService(own, made, jobs).methods());
    methods.addAll(new ImageUpdateService(own, resources, time).methods());
    methods.addAll(new MemberWriteService(own, resources, sharing).methods());
    methods.addAll(new MemberBatchService(own, jobs, sharing).methods());
    return methods;
  }
}
