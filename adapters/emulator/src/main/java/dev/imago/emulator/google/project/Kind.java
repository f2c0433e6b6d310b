package dev.imago.emulator.google.project;

/** The kinds of resources that projects hold, each in a file of its own. */
public enum Kind {
  IMAGES("compute/images"),
  MACHINE_IMAGES("compute/machineImages"),
  DISKS("compute/disks"),
  SNAPSHOTS("compute/snapshots"),
  INSTANCES("compute/instances"),
  ZONES("compute/zones"),
  REGIONS("compute/regions"),
  OPERATIONS("compute/operations"),
  LOCATIONS("vmmigration/locations"),
  IMAGE_IMPORTS("vmmigration/imageImports"),
  IMAGE_IMPORT_JOBS("vmmigration/imageImportJobs"),
  MIGRATION_OPERATIONS("vmmigration/operations"),
  TARGET_PROJECTS("vmmigration/targetProjects");

  private final String file;

  Kind(String file) {
    this.file = file;
  }

  /** The file below the project's folder, without its extension. */
  String file() {
    return file;
  }
}
