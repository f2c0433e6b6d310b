package dev.imago.emulator.google.compute;

/** Where in a project a collection lies. */
enum Scope {
  PROJECT("projects/{project}/"),
  GLOBAL("projects/{project}/global/"),
  ZONE("projects/{project}/zones/{zone}/"),
  REGION("projects/{project}/regions/{region}/");

  private final String template;

  Scope(String template) {
    this.template = template;
  }

  /** The path template in front of the collection's name. */
  String template() {
    return template;
  }

  /** The permission's service: Compute has one for the operations of each scope. */
  String permissionOf(ComputeCollection collection) {
    if (!collection.equals(ComputeCollection.OPERATIONS)) {
      return "compute." + collection.segment();
    }
    return switch (this) {
      case PROJECT, GLOBAL -> "compute.globalOperations";
      case ZONE -> "compute.zoneOperations";
      case REGION -> "compute.regionOperations";
    };
  }
}
