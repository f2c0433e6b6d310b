package dev.imago.emulator.google.vmmigration;

import dev.imago.emulator.google.ParameterType;
import dev.imago.emulator.google.project.Kind;
import java.util.Map;

/**
 * A kind of VM Migration's resources as the API spells it.
 *
 * @param kind where the resources are held
 * @param parent the template of the path that the collection stands under
 * @param segment the collection's name in paths, and the answer's field that holds its rows
 * @param variable the variable of the get method
 * @param message the resource's message
 * @param listMessage the message of a list's answer
 * @param permission what permissions begin with
 * @param parameters what the list method takes
 */
record MigrationCollection(
    Kind kind,
    String parent,
    String segment,
    String variable,
    String message,
    String listMessage,
    String permission,
    Map<String, ParameterType> parameters) {
  private static final String PROJECT = "projects/{project}";
  private static final String LOCATION = PROJECT + "/locations/{location}";

  private static final Map<String, ParameterType> PAGED =
      Map.of(
          "filter", ParameterType.TEXT,
          "pageSize", ParameterType.INTEGER,
          "pageToken", ParameterType.TEXT);
  private static final Map<String, ParameterType> ORDERED =
      Map.of(
          "filter", ParameterType.TEXT,
          "orderBy", ParameterType.TEXT,
          "pageSize", ParameterType.INTEGER,
          "pageToken", ParameterType.TEXT);
  private static final Map<String, ParameterType> PARTIAL =
      Map.of(
          "filter", ParameterType.TEXT,
          "pageSize", ParameterType.INTEGER,
          "pageToken", ParameterType.TEXT,
          "returnPartialSuccess", ParameterType.FLAG);

  static final MigrationCollection LOCATIONS =
      new MigrationCollection(
          Kind.LOCATIONS,
          PROJECT,
          "locations",
          "location",
          "Location",
          "ListLocationsResponse",
          "vmmigration.locations",
          PAGED);
  static final MigrationCollection IMAGE_IMPORTS =
      new MigrationCollection(
          Kind.IMAGE_IMPORTS,
          LOCATION,
          "imageImports",
          "imageImport",
          "ImageImport",
          "ListImageImportsResponse",
          "vmmigration.imageImports",
          ORDERED);
  static final MigrationCollection IMAGE_IMPORT_JOBS =
      new MigrationCollection(
          Kind.IMAGE_IMPORT_JOBS,
          LOCATION + "/imageImports/{imageImport}",
          "imageImportJobs",
          "imageImportJob",
          "ImageImportJob",
          "ListImageImportJobsResponse",
          "vmmigration.imageImportJobs",
          ORDERED);
  static final MigrationCollection TARGET_PROJECTS =
      new MigrationCollection(
          Kind.TARGET_PROJECTS,
          LOCATION,
          "targetProjects",
          "targetProject",
          "TargetProject",
          "ListTargetProjectsResponse",
          "vmmigration.targets",
          ORDERED);
  static final MigrationCollection OPERATIONS =
      new MigrationCollection(
          Kind.MIGRATION_OPERATIONS,
          LOCATION,
          "operations",
          "operation",
          "Operation",
          "ListOperationsResponse",
          "vmmigration.operations",
          PARTIAL);

  /** The template of the collection's path. */
  String path() {
    return parent + "/" + segment;
  }

  /** The template of one resource's path. */
  String resourcePath() {
    return path() + "/{" + variable + "}";
  }
}
