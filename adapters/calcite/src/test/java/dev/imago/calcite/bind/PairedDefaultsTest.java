package dev.imago.calcite.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.calcite.lab.Lab;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Default values that belong to values of another property: a site to its region. */
final class PairedDefaultsTest {
  private static final String QUERY =
      "SELECT region, site, run FROM runs WHERE kind = 'DAY' AND run IS NOT NULL";

  @Test
  void eachSiteGoesWithItsRegion() throws IOException {
    Map<String, String> properties = Map.of("lab.site", "north/a, south/b", "lab.region", "east");
    assertThat(calls(properties, QUERY))
        .containsExactlyInAnyOrder(
            "regions/north/sites/a/runs?kind=DAY", "regions/south/sites/b/runs?kind=DAY");
  }

  @Test
  void aBareSiteIsInTheOneRegion() throws IOException {
    Map<String, String> properties = Map.of("lab.site", "north/a,b", "lab.region", "east");
    assertThat(calls(properties, QUERY))
        .containsExactlyInAnyOrder(
            "regions/north/sites/a/runs?kind=DAY", "regions/east/sites/b/runs?kind=DAY");
    assertThat(calls(Map.of("lab.site", "a,b", "lab.region", "east"), QUERY))
        .containsExactlyInAnyOrder(
            "regions/east/sites/a/runs?kind=DAY", "regions/east/sites/b/runs?kind=DAY");
  }

  @Test
  void theRegionOfTheQueryChoosesAmongThem() throws IOException {
    Map<String, String> properties = Map.of("lab.site", "north/a,south/b");
    assertThat(calls(properties, QUERY + " AND region = 'south'"))
        .containsExactly("regions/south/sites/b/runs?kind=DAY");
    assertThat(calls(properties, QUERY + " AND region = 'west'")).isEmpty();
  }

  @Test
  void theSiteOfTheQueryNeedsARegion() throws IOException {
    assertThat(calls(Map.of("lab.region", "east"), QUERY + " AND site = 'c'"))
        .containsExactly("regions/east/sites/c/runs?kind=DAY");
    assertRefused(
        Map.of(),
        QUERY + " AND site = 'c'",
        ErrorCode.PARAMETER_NOT_BOUND,
        "table lab.store.runs needs region; ");
  }

  @Test
  void aBareSiteOfSeveralRegionsIsRefused() throws IOException {
    assertRefused(
        Map.of("lab.site", "a", "lab.region", "east,west"),
        QUERY,
        ErrorCode.INVALID_VALUE,
        "lab.site: write what \"a\" belongs to ahead of it and a slash, or set lab.region to one"
            + " value");
  }

  private static List<String> calls(Map<String, String> properties, String sql) throws IOException {
    try (Lab lab = lab(properties)) {
      lab.rows(sql);
      return lab.calls();
    }
  }

  private static void assertRefused(
      Map<String, String> properties, String sql, ErrorCode code, String message)
      throws IOException {
    try (Lab lab = lab(properties)) {
      assertThatThrownBy(() -> lab.rows(sql))
          .isInstanceOfSatisfying(ImagoException.class, e -> assertThat(e.code()).isEqualTo(code))
          .hasMessageStartingWith(message);
      assertThat(lab.calls()).isEmpty();
    }
  }

  private static Lab lab(Map<String, String> properties) throws IOException {
    Lab lab = new Lab(properties);
    for (String path : List.of("north/sites/a", "south/sites/b", "east/sites/a", "east/sites/b")) {
      lab.with("regions/" + path + "/runs", "{'runs': [{'id': '1', 'kind': 'DAY'}]}");
    }
    return lab.with("regions/east/sites/c/runs", "{'runs': []}");
  }
}
