package dev.imago.emulator.ims;

import dev.imago.emulator.list.Filter;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters of one list method; all that a call has must let an image through.
 *
 * @param filters the filters that it takes
 */
record ImageFilters(List<ImageFilter> filters) {
  /** Attributes that say where an image runs, as text: {@code true} or a list of models. */
  private static final List<String> SUPPORTS =
      List.of(
          "__support_kvm",
          "__support_xen",
          "__support_largememory",
          "__support_diskintensive",
          "__support_highperformance",
          "__support_xen_gpu_type",
          "__support_kvm_gpu_type",
          "__support_xen_hana",
          "__support_kvm_infiniband");

  ImageFilters {
    filters = List.copyOf(filters);
  }

  /** Those of {@code /v2/images}. */
  static ImageFilters glance(ImsDialect dialect) {
    return new ImageFilters(common(dialect));
  }

  /** Those of {@code /v2/cloudimages}. */
  static ImageFilters extended(ImsDialect dialect) {
    List<ImageFilter> filters = common(dialect);
    filters.add(
        ImageFilter.oneOf(
            "virtual_env_type", List.of("FusionCompute", "Ironic", "DataImage", "IsoImage")));
    filters.add(
        new ImageFilter(
            Parameter.matching("enterprise_project_id", "0|all_granted_eps|[-0-9a-fA-F]{36}"),
            ImageMatch.ENTERPRISE_PROJECT));
    filters.addAll(dialect.ownFilters());
    return new ImageFilters(filters);
  }

  private static List<ImageFilter> common(ImsDialect dialect) {
    List<ImageFilter> filters = new ArrayList<>();
    filters.add(ImageFilter.flag("__isregistered"));
    filters.add(ImageFilter.oneOf("__imagetype", dialect.imageTypes()));
    filters.add(ImageFilter.flag("protected"));
    filters.add(ImageFilter.text("owner"));
    filters.add(ImageFilter.text("id"));
    filters.add(
        ImageFilter.oneOf("status", List.of("queued", "saving", "deleted", "killed", "active")));
    filters.add(
        new ImageFilter(
            Parameter.text("name", ImsErrors.LONGEST_NAME), ImageMatch.attribute("name")));
    filters.add(ImageFilter.text("container_format"));
    filters.add(
        ImageFilter.oneOf("disk_format", List.of("zvhd2", "vhd", "zvhd", "raw", "qcow2", "iso")));
    filters.add(ImageFilter.number("min_ram"));
    filters.add(ImageFilter.number("min_disk"));
    filters.add(ImageFilter.oneOf("__os_bit", List.of("32", "64")));
    filters.add(ImageFilter.oneOf("__platform", dialect.platforms()));
    filters.add(ImageFilter.oneOf("__os_type", List.of("Linux", "Windows", "Other")));
    filters.add(ImageFilter.text("tag", ImageMatch.TAG));
    SUPPORTS.forEach(name -> filters.add(ImageFilter.text(name)));
    filters.add(ImageFilter.time("created_at"));
    filters.add(ImageFilter.time("updated_at"));
    return filters;
  }

  List<Parameter> parameters() {
    return filters.stream().map(ImageFilter::parameter).toList();
  }

  /** What a call asks for. */
  Filter of(Call call) {
    Filter all = Filter.none();
    for (ImageFilter filter : filters) {
      Optional<String> value = call.parameter(filter.parameter().name());
      if (value.isPresent()) {
        all = all.and(image -> filter.match().matches(image, value.get()));
      }
    }
    return all;
  }
}
