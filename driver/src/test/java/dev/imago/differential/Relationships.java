package dev.imago.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the demo's tables belong together. */
final class Relationships {
  private static final List<String> COMPUTE =
      List.of(
          DemoTables.IMAGES,
          DemoTables.MACHINE_IMAGES,
          DemoTables.GLOBAL_OPERATIONS,
          DemoTables.ZONE_OPERATIONS,
          DemoTables.REGION_OPERATIONS,
          DemoTables.ZONES,
          DemoTables.REGIONS,
          DemoTables.DISKS,
          DemoTables.SNAPSHOTS,
          DemoTables.INSTANCES);
  private static final List<String> MIGRATION =
      List.of(
          DemoTables.LOCATIONS,
          DemoTables.IMAGE_IMPORTS,
          DemoTables.IMAGE_IMPORT_JOBS,
          DemoTables.TARGET_PROJECTS,
          DemoTables.OPERATIONS);

  private static final List<String> ZONE = List.of("project", "zone");
  private static final List<String> REGION = List.of("project", "region");
  private static final List<String> LOCATION = List.of("projectsId", "locationsId");

  private final List<Relationship> all;

  Relationships() {
    List<Relationship> found = new ArrayList<>();
    for (String table : COMPUTE) {
      found.add(relationship(DemoTables.PROJECTS, "projectId", table, "project"));
    }
    for (String table : MIGRATION) {
      found.add(relationship(DemoTables.PROJECTS, "projectId", table, "projectsId"));
      found.add(relationship(DemoTables.DISKS, "project", table, "projectsId"));
    }
    found.addAll(resources());
    found.addAll(chains());
    found.addAll(selfJoins());
    all = Stream.concat(found.stream(), found.stream().map(Relationship::reversed)).toList();
  }

  /** Those that begin at the table. */
  List<Relationship> from(String table) {
    return all.stream().filter(each -> each.left().equals(table)).toList();
  }

  /** One resource names another by its URL, its number or its name. */
  private static List<Relationship> resources() {
    return List.of(
        relationship(DemoTables.DISKS, "sourceImage", DemoTables.IMAGES, "selfLink"),
        relationship(DemoTables.DISKS, "sourceImageId", DemoTables.IMAGES, "id"),
        relationship(DemoTables.IMAGES, "sourceDisk", DemoTables.DISKS, "selfLink"),
        relationship(DemoTables.SNAPSHOTS, "sourceDisk", DemoTables.DISKS, "selfLink"),
        relationship(DemoTables.SNAPSHOTS, "sourceDiskId", DemoTables.DISKS, "id"),
        relationship(DemoTables.MACHINE_IMAGES, "sourceInstance", DemoTables.INSTANCES, "selfLink"),
        relationship(DemoTables.ZONES, "region", DemoTables.REGIONS, "selfLink"),
        relationship(DemoTables.GLOBAL_OPERATIONS, "targetLink", DemoTables.IMAGES, "selfLink"),
        relationship(DemoTables.GLOBAL_OPERATIONS, "targetId", DemoTables.IMAGES, "id"),
        relationship(DemoTables.ZONE_OPERATIONS, "targetLink", DemoTables.DISKS, "selfLink"),
        relationship(DemoTables.ZONE_OPERATIONS, "targetLink", DemoTables.INSTANCES, "selfLink"),
        relationship(DemoTables.ZONE_OPERATIONS, "targetId", DemoTables.INSTANCES, "id"),
        relationship(DemoTables.DISKS, "name", DemoTables.IMAGES, "name"),
        relationship(DemoTables.SNAPSHOTS, "project", DemoTables.DISKS, "project"),
        relationship(DemoTables.OPERATIONS, "target", DemoTables.IMAGE_IMPORTS, "name"),
        relationship(
            DemoTables.TARGET_PROJECTS, "targetProjectsId", DemoTables.PROJECTS, "projectId"),
        new Relationship(
            DemoTables.INSTANCES,
            List.of("project", "zone", "name"),
            DemoTables.DISKS,
            List.of("project", "zone", "name")));
  }

  /** From a parent to what is in it. */
  private static List<Relationship> chains() {
    return List.of(
        same(DemoTables.ZONES, ZONE, DemoTables.DISKS),
        same(DemoTables.ZONES, ZONE, DemoTables.INSTANCES),
        same(DemoTables.ZONES, ZONE, DemoTables.ZONE_OPERATIONS),
        same(DemoTables.DISKS, ZONE, DemoTables.INSTANCES),
        same(DemoTables.REGIONS, REGION, DemoTables.REGION_OPERATIONS),
        same(DemoTables.LOCATIONS, LOCATION, DemoTables.IMAGE_IMPORTS),
        same(DemoTables.LOCATIONS, LOCATION, DemoTables.OPERATIONS),
        same(DemoTables.IMAGE_IMPORTS, LOCATION, DemoTables.OPERATIONS),
        same(
            DemoTables.IMAGE_IMPORTS,
            List.of("projectsId", "locationsId", "imageImportsId"),
            DemoTables.IMAGE_IMPORT_JOBS),
        same(DemoTables.LOCATIONS, LOCATION, DemoTables.IMAGE_IMPORT_JOBS));
  }

  private static List<Relationship> selfJoins() {
    return List.of(
        same(DemoTables.IMAGES, List.of("project", "name"), DemoTables.IMAGES),
        same(DemoTables.IMAGES, List.of("family"), DemoTables.IMAGES),
        same(DemoTables.DISKS, List.of("project", "zone", "name"), DemoTables.DISKS),
        same(DemoTables.DISKS, List.of("status", "sizeGb"), DemoTables.DISKS),
        same(DemoTables.IMAGE_IMPORT_JOBS, List.of("name"), DemoTables.IMAGE_IMPORT_JOBS),
        same(DemoTables.IMAGE_IMPORT_JOBS, List.of("state"), DemoTables.IMAGE_IMPORT_JOBS),
        same(DemoTables.ZONE_OPERATIONS, ZONE, DemoTables.ZONE_OPERATIONS),
        same(DemoTables.PROJECTS, List.of("parent"), DemoTables.PROJECTS));
  }

  private static Relationship relationship(
      String left, String leftColumn, String right, String rightColumn) {
    return new Relationship(left, List.of(leftColumn), right, List.of(rightColumn));
  }

  private static Relationship same(String left, List<String> columns, String right) {
    return new Relationship(left, columns, right, columns);
  }
}
