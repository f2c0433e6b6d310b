package dev.imago.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mistyped name was meant to be. */
final class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "path, path, 0",
    "path, pathh, 1",
    "path, pth, 1",
    "path, bath, 1",
    "path, apth, 1",
    "rows, scope, 4",
    "'', key, 3",
    "key, '', 3",
    "LIMIT, limit, 0",
    "ca, abc, 3",
  })
  void countsEdits(String one, String other, int edits) {
    assertThat(NearestName.distance(one, other)).isEqualTo(edits);
    assertThat(NearestName.distance(other, one)).isEqualTo(edits);
  }

  @Test
  void findsTheNearest() {
    assertThat(NearestName.find("pathh", List.of("rows", "paths", "path"))).contains("path");
    assertThat(NearestName.find("kez", List.of("key", "ken"))).contains("ken");
  }

  @Test
  void findsNothingThatIsFarAway() {
    assertThat(NearestName.find("projects", List.of("zones", "images"))).isEmpty();
    assertThat(NearestName.find("x", List.of())).isEmpty();
  }

  @Test
  void hints() {
    assertThat(NearestName.hint("pathh", List.of("path"))).isEqualTo("; did you mean \"path\"?");
    assertThat(NearestName.hint("projects", List.of("zones"))).isEmpty();
  }
}
