package dev.imago.contract;

import java.util.Map;
import java.util.Set;

/** Keys of the demo for the tables that cannot be read without any. */
final class DemoKeys {
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "google.compute.images_by_family",
          "project = 'acme-prod' AND family IN ('web-base', 'db', 'batch', 'windows-gold', 'imported')",
          "google.compute.image_family_views",
          "project = 'acme-prod' AND zone = 'us-central1-a' AND family IN ('web-base', 'db')",
          "yandex.compute.images_by_family",
          "folder_id = 'standard-images' AND family IN ('debian-12', 'ubuntu-2204-lts')",
          "yandex.operation.operations",
          "operation_id IN ('fdv69ggu69vo8vidvi70', 'fdvhi204jgfv0919ojr0', 'fdvv99no95d4of7tf6le')",
          "opentelekom.ims.jobs",
          "job_id IN ('9a175ac892fa1342019300224f22218e', '9a175ac792fa12d201930031febf2bdd',"
              + " '9a175ac692fa12540193002a6d4b2720', '90efbb6b43da72f25093464b69316f09',"
              + " 'f4a9c3a00c1e4707d55d28ccfbe15364', '83b8ea535fdea37daf9410aeb7450349')",
          "huawei.ims.jobs",
          "job_id IN ('0a5ed59474d158f7f2a3d97cf5798d3c', '2c3970386c0ab269eccb6e1171712e79',"
              + " 'e5e8a7d5e34d9b6b3ce7d8ca910e1a45', '6ee565486c5507e74c382f4b9f111ba0')");

  private DemoKeys() {}

  /** The condition that finds rows of a table; {@code TRUE} for a table that needs none. */
  static String condition(String table) {
    return CONDITIONS.getOrDefault(table, "TRUE");
  }

  /** The tables that have one. */
  static Set<String> tables() {
    return CONDITIONS.keySet();
  }
}
