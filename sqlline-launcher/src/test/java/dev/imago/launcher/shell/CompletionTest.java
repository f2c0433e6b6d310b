package dev.imago.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
  private final Completion completion =
      new Completion(
          new ShellNames(
              "imago.inventory",
              List.of(
                  List.of("google", "compute", "images"),
                  List.of("google", "compute", "disks"),
                  List.of("imago", "inventory", "images")),
              List.of(
                  List.of("google", "compute", "images", "name"),
                  List.of("google", "compute", "images", "family"),
                  List.of("google", "compute", "disks", "name"),
                  List.of("google", "compute", "disks", "sizeGb"),
                  List.of("imago", "inventory", "images", "native_status")),
              List.of(List.of("google", "compute", "images", "deprecate")),
              List.of(
                  List.of("google", "compute", "images", "deprecate", "project"),
                  List.of("google", "compute", "images", "deprecate", "state"),
                  List.of("google", "compute", "disks", "list", "zone"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT na | name native_status",
        "SELECT sizeg | sizeGb",
        "SELECT name FROM | FROM",
        "SELECT name FROM goo | google.compute.disks google.compute.images",
        "SELECT name FROM google.compute.d | google.compute.disks",
        "SELECT name FROM im | google.compute.images images",
        "SELECT name FROM imago.inv | imago.inventory.images",
        "select * from google.compute.disks where f | false",
        "SELECT * FROM google.compute.disks WHERE si | sizeGb",
        "SELECT * FROM google.compute.disks AS d WHERE d.s | d.sizeGb",
        "SELECT * FROM google.compute.disks d JOIN images i ON i.na | i.native_status",
        "SELECT COUNT(fam | family",
        "INSERT INTO google.compute.d | google.compute.disks",
        "!describe google.compute.i | google.compute.images",
        "EXEC google | google.compute.images.deprecate",
        "exec depr | google.compute.images.deprecate",
        "EXEC google.compute.images.deprecate @st | @state",
        "EXEC google.compute.images.deprecate pro | @project",
        "EXEC google.compute.images.deprecate @project = 'p', @ | @project @state",
        "SHOW S | SCHEMAS",
        "show m | methods",
        "SELECT 'it''s' AS a, fam | family",
        "SELECT name FROM google.compute.images WHERE name = 'a;b' AND fam | family",
        "SELECT 1 AS \"it's\", fam | family",
        "SELECT /* it's; */ fam | family",
        "SELECT 'x'; SELECT fam | family",
        "UPD | UPDATE",
        "upd | update"
      })
  void completes(String statement, String expected) {
    if (expected.equals("false")) {
      assertThat(completion.of(Completion.last(statement))).doesNotContain("family");
    } else {
      assertThat(completion.of(Completion.last(statement)))
          .containsExactlyInAnyOrder(expected.split(" "));
    }
  }

  @Test
  void showsOnlyWhatCanBeShown() {
    assertThat(completion.of("SHOW "))
        .containsExactlyInAnyOrder("CATALOGS", "METHODS", "SCHEMAS", "TABLES");
  }

  @Test
  void doesNotCompleteWhatStandsInQuotes() {
    assertThat(completion.of(Completion.last("SELECT 'a' FROM images WHERE name = 'na"))).isEmpty();
  }

  @Test
  void goesOnBehindAComment() {
    assertThat(completion.of(Completion.last("SELECT -- it's; not\nfam"))).contains("family");
  }

  @Test
  void findsTheNameThatIsNotFinished() {
    assertThat(Completion.unfinished("SELECT i.na")).isEqualTo("i.na");
    assertThat(Completion.unfinished("SELECT COUNT(na")).isEqualTo("na");
    assertThat(Completion.unfinished("SELECT ")).isEmpty();
  }
}
