package dev.imago.benchmarks;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements whose planning is timed. Their literals differ from one number to the next. */
enum PlannedQuery {
  ONE_TABLE("one table", 12) {
    @Override
    String sql(int number) {
      return "SELECT name, diskSizeGb FROM google.compute.images WHERE project = 'p"
          + number
          + "' AND status = 'READY' ORDER BY diskSizeGb";
    }
  },
  TWO_WAY_JOIN("two-way join", 0) {
    @Override
    String sql(int number) {
      return "SELECT p.projectId, i.name FROM google.cloudresourcemanager.projects p"
          + " JOIN google.compute.images i ON i.project = p.projectId WHERE i.diskSizeGb > "
          + number;
    }
  },
  FOUR_TABLE_CHAIN("four-table chain", 20) {
    @Override
    String sql(int number) {
      return "SELECT p.projectId, l.locationId, m.name, j.name"
          + " FROM google.cloudresourcemanager.projects p"
          + " JOIN google.vmmigration.locations l ON l.projectsId = p.projectId"
          + " JOIN google.vmmigration.image_imports m"
          + " ON m.projectsId = p.projectId AND m.locationsId = l.locationId"
          + " JOIN google.vmmigration.image_import_jobs j"
          + " ON j.projectsId = p.projectId AND j.locationsId = l.locationId"
          + " AND j.imageImportsId = m.imageImportsId WHERE p.displayName <> 'p"
          + number
          + "'";
    }
  },
  EXISTS("EXISTS", 0) {
    @Override
    String sql(int number) {
      return "SELECT projectId FROM google.cloudresourcemanager.projects p WHERE EXISTS"
          + " (SELECT 1 FROM google.compute.images i"
          + " WHERE i.project = p.projectId AND i.diskSizeGb > "
          + number
          + ")";
    }
  },
  EIGHT_WAY_JOIN("8-way join", 0) {
    @Override
    String sql(int number) {
      return "SELECT i0.name FROM google.compute.images i0 "
          + IntStream.range(1, 8)
              .mapToObj(
                  i ->
                      String.format(
                          Locale.ROOT,
                          "JOIN google.compute.images i%d"
                              + " ON i%d.project = i%d.project AND i%d.name = i%d.family",
                          i,
                          i,
                          i - 1,
                          i,
                          i - 1))
              .collect(Collectors.joining(" "))
          + " WHERE i0.project = 'p"
          + number
          + "'";
    }
  },
  LONG_IN_LIST("IN list of 1,000", 40) {
    @Override
    String sql(int number) {
      return "SELECT name FROM google.compute.images WHERE project = 'p' AND family IN ("
          + list(number)
          + ")";
    }
  },
  LONG_IN_LIST_AND_JOIN("IN 1,000 and a join", 0) {
    @Override
    String sql(int number) {
      return "SELECT p.projectId, i.name FROM google.cloudresourcemanager.projects p"
          + " JOIN google.compute.images i ON i.project = p.projectId WHERE i.family IN ("
          + list(number)
          + ")";
    }
  },
  EIGHT_UNITED("UNION ALL of 8", 0) {
    @Override
    String sql(int number) {
      return IntStream.range(0, 8)
          .mapToObj(
              i ->
                  String.format(
                      Locale.ROOT,
                      "SELECT name FROM google.compute.images WHERE project = 'p%d-%d'",
                      number,
                      i))
          .collect(Collectors.joining(" UNION ALL "));
    }
  },
  EVERY_COLUMN("SELECT * of images", 0) {
    @Override
    String sql(int number) {
      return "SELECT * FROM google.compute.images WHERE project = 'p" + number + "'";
    }
  },
  REPEATED("repeated text", 0.1) {
    @Override
    String sql(int number) {
      return ONE_TABLE.sql(0);
    }
  };

  private final String label;
  private final double mostMillis;

  PlannedQuery(String label, double mostMillis) {
    this.label = label;
    this.mostMillis = mostMillis;
  }

  private static String list(int number) {
    return IntStream.range(0, 1000)
        .mapToObj(i -> "'f" + number + "-" + i + "'")
        .collect(Collectors.joining(", "));
  }

  /** The text with literals of its own for each number. */
  abstract String sql(int number);

  String label() {
    return label;
  }

  /** What it may take when the JVM is warm, in milliseconds; 0 where nothing is said. */
  double mostMillis() {
    return mostMillis;
  }
}
