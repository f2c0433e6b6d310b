package dev.imago.core.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettledTest {

  private static Settled job(
      @Nullable String status, @Nullable String made, @Nullable List<?> parts) {
    return new Settled(Store.table("jobs"), Arrays.asList("j", status, made, parts));
  }

  private static Object[] part(@Nullable String code, @Nullable String text) {
    return new @Nullable Object[] {code, text, null};
  }

  @Test
  void runsUntilAColumnSaysThatItIsDone() {
    assertThat(job("RUNNING", null, null).isDone()).isFalse();
    assertThat(job(null, null, List.of()).isDone()).isFalse();
    assertThat(job("DONE", "image", null).isDone()).isTrue();
    assertThat(job("DONE", "image", null).hasFailed()).isFalse();
    assertThat(job("DONE", "image", null).target()).contains("image");
  }

  @Test
  void anErrorMeansFailureEvenBeforeItIsDone() {
    Settled failed = job("RUNNING", null, List.of(part("", null), part("E1", "It broke.")));

    assertThat(failed.isDone()).isTrue();
    assertThat(failed.hasFailed()).isTrue();
    assertThat(failed.failure()).isEqualTo("E1: It broke.");
  }

  @Test
  void anEmptyTextIsNoError() {
    assertThat(job("DONE", null, Collections.singletonList(part("", ""))).hasFailed()).isFalse();
  }
}
