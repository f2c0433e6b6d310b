package dev.imago.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.provider.ProviderRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private final Secrets secrets =
      new Secrets(ProviderRegistry.load(SecretsTest.class.getClassLoader()));

  private int lines;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT rawKey FROM google.compute.images",
        "EXEC google.compute.images.deprecate @project = 'p', @name = 'i', @state = 'OBSOLETE'",
        "EXEC google.compute.images.deprecate 'p', 'i', 'OBSOLETE'",
        "EXEC google.compute.images.insert @project = 'p', @name = 'i', @sourceDisk = 'd'",
        "!tables",
        "executives and callers"
      })
  void letsOtherLinesPass(String line) {
    assertThat(secrets.mayHaveOne(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXEC yandex.compute.images.create @folder_id = 'f', @source_uri = 'https://s3/signed'",
        "exec yandex.compute.images.create 'f', 'n', 'https://s3/signed'",
        "SELECT 1; CALL \"yandex\".compute.images.create('f', 'https://s3/signed')",
        "EXEC google.compute.images.insert @imageEncryptionKey = '{\"rawKey\": \"k\"}'",
        "INSERT INTO yandex.compute.images (folder_id, source_uri) VALUES ('f', 'https://s3')",
        "!connect -p google.token ya29.x jdbc:imago:",
        "!connect -p password pw jdbc:imago:"
      })
  void stopsLinesThatMayHoldOne(String line) {
    assertThat(secrets.mayHaveOne(line)).isTrue();
  }

  @Test
  void isNotKeptInTheHistory() {
    DiscreetHistory history = new DiscreetHistory(line -> line.contains("secret"), line -> lines++);
    history.add(Instant.EPOCH, "EXEC m @key = 'secret'");
    history.add(Instant.EPOCH, "SELECT 1");

    assertThat(lines).isEqualTo(2);
    assertThat(history.size()).isEqualTo(1);
    assertThat(history.get(history.first())).isEqualTo("SELECT 1");
  }
}
