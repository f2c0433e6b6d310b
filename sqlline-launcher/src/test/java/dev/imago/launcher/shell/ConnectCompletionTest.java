package dev.imago.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.provider.ProviderRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectCompletionTest {
  private final ConnectCompletion completion =
      new ConnectCompletion(
          ProviderRegistry.load(ConnectCompletionTest.class.getClassLoader()).properties());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "!connect |jdbc:imago:",
        "!connect jdbc:im|jdbc:imago:",
        "!connect -p timeout 2m jdbc|jdbc:imago:",
        "!connect jdbc:imago:google.pr|google.project=",
        "!connect jdbc:imago:GOOGLE.PR|google.project=",
        "!connect jdbc:imago:timeout=2m;cache|cacheTtl=",
        "!connect jdbc:imago:complexTypes=|native json",
        "!connect jdbc:imago:timeout=2m;complextypes=j|json",
        "!open -p google.pr|google.project",
        "!connect -p timeout 2m -p google.tok|google.token"
      })
  void completes(String line, String expected) {
    assertThat(completion.of(line)).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!connect jdbc:imago:google.tok",
        "!connect jdbc:imago:google.cred",
        "!connect jdbc:imago:timeout=",
        "!connect jdbc:imago:nothing=",
        "!connect jdbc:imago: ",
        "!connect -p timeout ",
        "!connect jdbc:h2:"
      })
  void doesNotCompleteWhatCannotStandThere(String line) {
    assertThat(completion.of(line)).isEmpty();
  }

  @Test
  void findsTheWordThatIsNotFinished() {
    assertThat(ConnectCompletion.unfinished("!connect jdbc:im")).isEqualTo("jdbc:im");
    assertThat(ConnectCompletion.unfinished("!connect jdbc:imago:a=1;b")).isEqualTo("b");
    assertThat(ConnectCompletion.unfinished("!connect jdbc:imago:a=1")).isEqualTo("1");
    assertThat(ConnectCompletion.unfinished("!connect ")).isEmpty();
  }
}
