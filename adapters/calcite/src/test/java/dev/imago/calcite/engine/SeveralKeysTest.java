package dev.imago.calcite.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.calcite.lab.Lab;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several keys of one parent are read in filtered lists. The lab ignores every filter. */
final class SeveralKeysTest {
  private static final String MASK = "&fields=things(name,size),nextPageToken&pageSize=100";

  private Lab lab;

  @BeforeEach
  void start() throws IOException {
    lab =
        new Lab(Map.of())
            .with(
                "projects/a/things",
                "{'things': [{'name': 'anvil', 'size': '7'}, {'name': 'bolt', 'size': '3'},"
                    + " {'name': 'cog', 'size': '9'}]}")
            .with("projects/a/things/bolt", "{'name': 'bolt', 'size': '3'}")
            .with("projects/b/things/bolt", "{'name': 'bolt', 'size': '4'}");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void severalKeysAreOneList() {
    assertThat(
            lab.rows(
                "SELECT name, size FROM things WHERE project = 'a' AND name IN ('bolt', 'nut', 'cog')"))
        .containsExactly("bolt|3", "cog|9");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/things?filter=(name%20%3D%20%22bolt%22)%20OR%20(name%20%3D%20%22cog%22)"
                + "%20OR%20(name%20%3D%20%22nut%22)"
                + MASK);
  }

  @Test
  void parametersAreGroupedWhenTheyAreKnown() {
    String sql = "SELECT name, size FROM things WHERE project = ? AND name IN (?, ?)";
    assertThat(lab.rows(sql, "a", "bolt", "cog")).containsExactly("bolt|3", "cog|9");
    assertThat(lab.calls()).hasSize(1);
    assertThat(lab.rows(sql, "a", "bolt", "bolt")).containsExactly("bolt|3");
    assertThat(lab.calls()).containsExactly("projects/a/things/bolt?fields=name,size");
    assertThat(lab.rows(sql, "a", "bolt", null)).containsExactly("bolt|3");
    assertThat(lab.calls()).containsExactly("projects/a/things/bolt?fields=name,size");
  }

  @Test
  void keysAreGroupedByTheirParent() {
    assertThat(
            lab.rows(
                "SELECT project, name, size FROM things WHERE (project, name) IN"
                    + " (('a', 'bolt'), ('b', 'bolt'), ('a', 'cog'))"))
        .containsExactlyInAnyOrder("a|bolt|3", "a|cog|9", "b|bolt|4");
    assertThat(lab.calls())
        .containsExactlyInAnyOrder(
            "projects/a/things?filter=(name%20%3D%20%22bolt%22)%20OR%20(name%20%3D%20%22cog%22)"
                + MASK,
            "projects/b/things/bolt?fields=name,size");
  }

  @Test
  void aKeyThatNoFilterCanHoldIsAGet() {
    lab.with("projects/a/things/c%2A", "{'name': 'c*'}");
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a' AND name IN ('bolt', 'c*', 'cog')"))
        .containsExactly("bolt", "cog", "c*");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/things?filter=(name%20%3D%20%22bolt%22)%20OR%20(name%20%3D%20%22cog%22)"
                + "&fields=things(name),nextPageToken&pageSize=100",
            "projects/a/things/c%2A?fields=name");
  }

  @Test
  void furtherConditionsAreSentToo() {
    assertThat(
            lab.rows(
                "SELECT name FROM things"
                    + " WHERE project = 'a' AND name IN ('bolt', 'cog') AND size > 5"))
        .containsExactly("cog");
    assertThat(lab.calls())
        .containsExactly(
            "projects/a/things?filter=((name%20%3D%20%22bolt%22)%20OR%20(name%20%3D%20%22cog%22))"
                + "%20(size%20%3E%205)"
                + MASK);
  }

  @Test
  void manyKeysAreSeveralShortLists() {
    String names =
        IntStream.range(0, 200).mapToObj(i -> "'n" + i + "'").collect(Collectors.joining(", "));
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a' AND name IN ('cog', " + names + ")"))
        .containsExactly("cog");
    assertThat(lab.calls()).hasSizeBetween(2, 7).allMatch(call -> call.length() < 2_000);
  }

  @Test
  void orderAndLimitHoldOverSeveralKeys() {
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a' AND name IN ('cog', 'bolt', 'anvil')"
                    + " ORDER BY name DESC LIMIT 2"))
        .containsExactly("cog", "bolt");
    assertThat(lab.calls()).hasSize(1).allMatch(call -> call.endsWith("&pageSize=100"));
    assertThat(
            lab.rows(
                "SELECT name FROM things WHERE project = 'a' AND name IN ('cog', 'bolt', 'anvil')"
                    + " ORDER BY name LIMIT 2"))
        .containsExactly("anvil", "bolt");
    assertThat(lab.calls()).hasSize(1).allMatch(call -> call.endsWith("&orderBy=name&pageSize=2"));
  }

  @Test
  void aNameWithoutItsZoneIsAskedForInTheWiderList() {
    lab.with(
        "projects/a/aggregated/tools",
        "{'items': {'zones/z1': {'tools': [{'name': 'saw'}, {'name': 'axe'}]},"
            + " 'zones/z2': {'tools': [{'name': 'saw'}, {'name': 'file'}]}}}");
    assertThat(lab.rows("SELECT zone, name FROM tools WHERE project = 'a' AND name = 'saw'"))
        .containsExactly("z1|saw", "z2|saw");
    assertThat(lab.calls())
        .hasSize(1)
        .allMatch(call -> call.contains("/tools?filter=(name%20%3D%20%22saw%22)&"));
    assertThat(
            lab.rows(
                "SELECT zone, name FROM tools WHERE project = 'a' AND name IN ('saw', 'file')"))
        .containsExactly("z1|saw", "z2|saw", "z2|file");
    assertThat(lab.calls()).hasSize(1);
    assertThat(
            lab.rows("SELECT zone, name FROM tools WHERE project = 'a' AND name IN ('saw', 'f*')"))
        .containsExactly("z1|saw", "z2|saw");
    assertThat(lab.calls()).hasSize(1).noneMatch(call -> call.contains("filter="));
  }

  @Test
  void explainShowsTheList() {
    assertThat(
            lab.explain(
                "SELECT size FROM things WHERE project = 'a' AND name IN (?, 'cog', 'nut')"))
        .isEqualTo(
            "lab.store.things list: GET http://lab/v1/projects/a/things"
                + "?filter=(name%20%3D%20?1)%20OR%20(name%20%3D%20%22cog%22)"
                + "%20OR%20(name%20%3D%20%22nut%22)"
                + MASK
                + "; bound: name IN (?1, 'cog', 'nut') AND project = 'a'");
  }
}
