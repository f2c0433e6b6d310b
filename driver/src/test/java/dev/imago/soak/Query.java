package dev.imago.soak;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A query whose answer is always the same. */
enum Query {
  SCAN("SELECT name, status FROM google.compute.images WHERE project = 'debian-cloud'"),
  FAN_OUT(
      "SELECT project, name FROM google.compute.images"
          + " WHERE project IN ('acme-prod', 'debian-cloud', 'coreos-cloud', 'fleet-1', 'fleet-2')"),
  LOOKUP_JOIN(
      "SELECT i.name, j.name FROM google.vmmigration.image_imports AS i"
          + " JOIN google.vmmigration.image_import_jobs AS j"
          + " USING (projectsId, locationsId, imageImportsId)"
          + " WHERE i.projectsId = 'acme-prod' AND i.locationsId = 'us-central1'"),
  VIEW("SELECT provider, id FROM imago.inventory.images"),
  PARAMETER("SELECT name, family FROM google.compute.images WHERE project = ?", "centos-cloud");

  private final String sql;
  private final String parameter;

  Query(String sql) {
    this(sql, "");
  }

  Query(String sql, String parameter) {
    this.sql = sql;
    this.parameter = parameter;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    if (!parameter.isEmpty()) {
      statement.setString(1, parameter);
    }
    return statement;
  }

  /** All rows, sorted. */
  List<String> rows(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      return sorted(read(rows, Integer.MAX_VALUE));
    }
  }

  /** The first rows, as they come. */
  static List<String> read(ResultSet rows, int most) throws SQLException {
    List<String> read = new ArrayList<>();
    while (read.size() < most && rows.next()) {
      read.add(rows.getString(1) + " " + rows.getString(2));
    }
    return read;
  }

  static List<String> sorted(List<String> rows) {
    List<String> sorted = new ArrayList<>(rows);
    Collections.sort(sorted);
    return sorted;
  }
}
