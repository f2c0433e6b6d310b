package dev.imago.emulator.ims;

import dev.imago.emulator.method.Method;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.RegionalApi;
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
   */
  public static RegionalApi create(
      String root, Gate gate, ImsDialect dialect, int mostRowsPerPage) {
    ImsResources resources = new ImsResources(dialect);
    VisibleImages images = new VisibleImages(resources);
    List<Method> methods =
        new ArrayList<>(new ImageService(gate, images, dialect, mostRowsPerPage).methods());
    methods.addAll(new MemberService(gate, images, resources).methods());
    methods.addAll(new JobService(gate, resources, dialect).methods());
    methods.addAll(new QuotaService(gate, resources).methods());
    return new RegionalApi(root, gate::check, methods, ImsErrors::illegal);
  }
}
