package dev.imago.calcite.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists and maps are equal by their elements, whatever their classes. */
final class NestedEqualityTest {
  @Test
  void theClassDoesNotMatter() {
    assertThat(NestedEquality.equal(Map.of("a", 1, "b", 2), new TreeMap<>(Map.of("b", 2, "a", 1))))
        .isTrue();
    assertThat(NestedEquality.equal(List.of("x"), Arrays.asList("x"))).isTrue();
    assertThat(NestedEquality.equal(List.of(1L, 2), List.of(1, new BigDecimal("2.0")))).isTrue();
  }

  @Test
  void elementsDo() {
    assertThat(NestedEquality.equal(List.of(1, 2), List.of(2, 1))).isFalse();
    assertThat(NestedEquality.equal(List.of(1), List.of(1, 1))).isFalse();
    assertThat(NestedEquality.equal(Map.of("a", 1), Map.of("b", 1))).isFalse();
    assertThat(NestedEquality.equal(Map.of("a", List.of(1)), Map.of("a", List.of(2)))).isFalse();
  }

  @Test
  void nullEqualsNullWithinAndNothingOutside() {
    assertThat(NestedEquality.equal(Arrays.asList("x", null), Arrays.asList("x", null))).isTrue();
    assertThat(NestedEquality.equal(Arrays.asList("x", null), List.of("x", "y"))).isFalse();
    assertThat(NestedEquality.equal(null, List.of())).isNull();
    assertThat(NestedEquality.equal(List.of(), null)).isNull();
  }
}
