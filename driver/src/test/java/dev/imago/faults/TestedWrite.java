package dev.imago.faults;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change, and how its effects are counted. Each is made in clouds of its own. */
enum TestedWrite {
  SET_LABELS(
      "google.compute.images.set_labels",
      "POST",
      "/images/web-base-v1/setLabels",
      null,
      """
      EXEC google.compute.images.set_labels @project = 'acme-prod', @name = 'web-base-v1',
        @labels = '{"env": "fault"}',
        @labelFingerprint = '$'
      """,
      """
      SELECT labelFingerprint FROM google.compute.images
      WHERE project = 'acme-prod' AND name = 'web-base-v1'
      """,
      """
      SELECT name FROM google.compute.global_operations
      WHERE project = 'acme-prod' AND operationType = 'setLabels'
        AND targetLink LIKE '%/images/web-base-v1'
      """),
  CANCEL_JOB(
      "google.vmmigration.image_import_jobs.cancel",
      "POST",
      "job-running:cancel",
      null,
      """
      EXEC google.vmmigration.image_import_jobs.cancel @projectsId = 'acme-prod',
        @locationsId = 'us-central1', @imageImportsId = 'import-debian',
        @imageImportJobsId = 'job-running'
      """,
      null,
      """
      SELECT state FROM google.vmmigration.image_import_jobs
      WHERE projectsId = 'acme-prod' AND locationsId = 'us-central1'
        AND imageImportsId = 'import-debian' AND imageImportJobsId = 'job-running'
        AND state <> 'RUNNING'
      """),
  COPY(
      "opentelekom.ims.images.copy",
      "POST",
      "/copy",
      null,
      """
      EXEC opentelekom.ims.images.copy @region = 'eu-de',
        @project_id = 'ac234de25c6741d2b1273da49eea1b9e',
        @image_id = 'bfb2de92-e7b9-4820-9522-416d8f2c812a', @name = 'copy-of-it'
      """,
      null,
      """
      SELECT id FROM opentelekom.ims.images
      WHERE region = 'eu-de' AND project_id = 'ac234de25c6741d2b1273da49eea1b9e'
        AND name = 'copy-of-it'
      """),
  GOOGLE_INSERT(
      "google.compute.images.insert",
      "POST",
      "/global/images",
      "requestId",
      """
      EXEC google.compute.images.insert @project = 'acme-prod', @name = 'copy-of-it',
        @sourceImage = 'projects/acme-prod/global/images/web-base-v2'
      """,
      null,
      """
      SELECT name FROM google.compute.global_operations
      WHERE project = 'acme-prod' AND operationType = 'insert'
        AND targetLink LIKE '%/images/copy-of-it'
      """),
  GOOGLE_DELETE(
      "google.compute.images.delete",
      "DELETE",
      "/images/web-base-v1",
      "requestId",
      "EXEC google.compute.images.delete @project = 'acme-prod', @name = 'web-base-v1'",
      null,
      """
      SELECT name FROM google.compute.global_operations
      WHERE project = 'acme-prod' AND operationType = 'delete'
        AND targetLink LIKE '%/images/web-base-v1'
      """),
  YANDEX_CREATE(
      "yandex.compute.images.create",
      "POST",
      "/compute/v1/images",
      "idempotency_key",
      """
      EXEC yandex.compute.images.create @folder_id = 'b1gfolderdev', @name = 'copy-of-it',
        @source_image_id = 'fd8l7n4ncick4nn3l7ba'
      """,
      null,
      """
      SELECT image_id FROM yandex.compute.images
      WHERE folder_id = 'b1gfolderdev' AND name = 'copy-of-it'
      """);

  private final String method;
  private final String verb;
  private final String target;
  private final @Nullable String repeatKey;
  private final String sql;
  private final @Nullable String firstRead;
  private final String effects;

  TestedWrite(
      String method,
      String verb,
      String target,
      @Nullable String repeatKey,
      String sql,
      @Nullable String firstRead,
      String effects) {
    this.method = method;
    this.verb = verb;
    this.target = target;
    this.repeatKey = repeatKey;
    this.sql = sql;
    this.firstRead = firstRead;
    this.effects = effects;
  }

  /** Its name in SQL. */
  String method() {
    return method;
  }

  /** The name that it has in {@code imago.system.calls}. */
  String methodName() {
    return method.substring(method.lastIndexOf('.') + 1);
  }

  /** Whether there is one more row when it was made. */
  boolean makesARow() {
    return this == COPY || this == GOOGLE_INSERT || this == YANDEX_CREATE;
  }

  String provider() {
    return method.substring(0, method.indexOf('.'));
  }

  String verb() {
    return verb;
  }

  /** A regular expression that its URL holds, and no other request's with the same verb. */
  String target() {
    return target;
  }

  /** The argument by which the service knows a repetition. */
  Optional<String> repeatKey() {
    return Optional.ofNullable(repeatKey);
  }

  /** The statement; {@code $} in it stands for what {@link #firstRead} reads. */
  String sql() {
    return sql;
  }

  Optional<String> firstRead() {
    return Optional.ofNullable(firstRead);
  }

  /** The query that has a row for each time that the change was made. */
  String effects() {
    return effects;
  }
}
