package dev.imago.jdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.imago.core.error.ImagoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {

  @Test
  void readsPairsAndIgnoresEmptyOnes() {
    ConnectionUrl url =
        ConnectionUrl.parse("jdbc:imago:;google.project = acme-prod,acme-dev ;;timeout=30s;");

    assertThat(url.properties())
        .containsExactly(entry("google.project", "acme-prod,acme-dev"), entry("timeout", "30s"));
  }

  @Test
  void readsQuotedValues() {
    ConnectionUrl url =
        ConnectionUrl.parse("jdbc:imago:a=\"x;y=\"\"z\"\"\" ;b= \" kept \";c=q\"uote;d=");

    assertThat(url.properties())
        .containsExactly(
            entry("a", "x;y=\"z\""), entry("b", " kept "), entry("c", "q\"uote"), entry("d", ""));
  }

  @Test
  void keepsFurtherEqualsSignsInTheValue() {
    assertThat(ConnectionUrl.parse("jdbc:imago:google.compute.url=http://h/?a=b").properties())
        .containsExactly(entry("google.compute.url", "http://h/?a=b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:imago:timeout | the connection URL: \"timeout\" has no value; write timeout=VALUE",
        "jdbc:imago:=s3cret | the connection URL: there is a value without a name",
        "jdbc:imago:a=\"s3cret | the connection URL: the quote of \"a\" is not closed",
        "jdbc:imago:a=\"x\"s3cret | the connection URL: after the quoted value of \"a\" a ; must"
            + " follow",
        "jdbc:imago:limit=1;LIMIT=2 | the connection URL: the property \"LIMIT\" stands there twice"
      })
  void refusesWhatIsMalformed(String url, String message) {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> ConnectionUrl.parse(url))
        .withMessage(message)
        .satisfies(failure -> assertThat(failure.sqlState()).isEqualTo("01S00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:imago:google.token=ab;s3cret",
        "jdbc:imago:google.token=ab;timeout=1s;s3cret"
      })
  void whatMayBeTheRestOfAValueIsNotShown(String url) {
    assertThatExceptionOfType(ImagoException.class)
        .isThrownBy(() -> ConnectionUrl.parse(url))
        .withMessageContainingAll("the connection URL: what follows", "double quotes")
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:imago:", "JDBC:Imago:a=b"})
  void acceptsItsPrefixWhateverTheLetterCase(String url) {
    assertThat(ConnectionUrl.accepts(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jdbc:imago", "jdbc:postgresql://localhost/imago"})
  void leavesOtherUrlsAlone(String url) {
    assertThat(ConnectionUrl.accepts(url)).isFalse();
  }
}
