package dev.imago.jdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

  @ParameterizedTest
  @CsvSource({
    "%, images, true",
    "images, IMAGES, true",
    "IMAGE\\_LIST, image_list, true",
    "image\\_list, imageXlist, false",
    "image_list, imageXlist, true",
    "im%s, images, true",
    "im%, images, true",
    "image, images, false",
    "im.ges, images, false",
    "100\\%, 100%, true",
    "100\\%, 1000, false",
    "ends\\, ends\\, true"
  })
  void matchesAsJdbcSays(String pattern, String name, boolean expected) {
    assertThat(new LikePattern(pattern).test(name)).isEqualTo(expected);
  }

  @Test
  void matchesEverythingWithoutAPattern() {
    assertThat(new LikePattern(null).test("anything")).isTrue();
    assertThat(new LikePattern("").test("anything")).isFalse();
  }
}
