package dev.imago.jdbc.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private final Warnings warnings = new Warnings();

  @Test
  void chainsWarningsInTheirOrder() {
    assertThat((Throwable) warnings.first()).isNull();
    warnings.add("one");
    warnings.add(new SQLWarning("two", "01004"));
    warnings.add("three");

    List<String> messages = new ArrayList<>();
    for (SQLWarning next = warnings.first(); next != null; next = next.getNextWarning()) {
      messages.add(next.getMessage());
    }
    assertThat(messages).containsExactly("one", "two", "three");
  }

  @Test
  void startsAnewAfterAClear() {
    warnings.add("old");
    warnings.clear();
    warnings.add("new");

    SQLWarning first = requireNonNull(warnings.first());
    assertThat((Throwable) first).hasMessage("new");
    assertThat(first.getSQLState()).isEqualTo("01000");
    assertThat((Throwable) first.getNextWarning()).isNull();
  }
}
