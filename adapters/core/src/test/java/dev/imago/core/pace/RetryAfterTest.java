package dev.imago.core.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-10-21T07:28:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "120, 120",
    "' 7 ', 7",
    "'Wed, 21 Oct 2026 07:28:30 GMT', 30",
    "'Wed, 21 Oct 2026 07:27:30 GMT', 0"
  })
  void readsSecondsAndDates(String header, long seconds) {
    assertThat(RetryAfter.read(header, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
  void takesNoNotice(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }

  @Test
  void noHeader() {
    assertThat(RetryAfter.read(null, NOW)).isEmpty();
  }
}
