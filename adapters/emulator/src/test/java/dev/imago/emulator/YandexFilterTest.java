package dev.imago.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters of Compute Cloud, evaluated over the images of a folder. */
final class YandexFilterTest extends EmulatorTest {
  private static final String IMAGES =
      "/yandex/compute/v1/images?folderId=b1gfolderdev&orderBy=createdAt&filter=";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "name = \"scratch\" ; scratch",
        "name=\"scratch\" ; scratch",
        "  name  =  'scratch'  ; scratch",
        "name = \"SCRATCH\" ; ``",
        "name = \"\" ; ``",
        "name != \"scratch\" ; web-base-dev,broken-dev,gen2-trial",
        "name IN (\"scratch\", 'broken-dev') ; scratch,broken-dev",
        "name IN('scratch') ; scratch",
        "name NOT IN (\"scratch\", \"broken-dev\") ; web-base-dev,gen2-trial",
        "name != \"scratch\" AND name != \"broken-dev\" ; web-base-dev,gen2-trial",
        "name = \"scratch\" AND name IN (\"scratch\") AND name NOT IN (\"x\") ; scratch",
        "name = \"scratch\" AND name = \"broken-dev\" ; ``",
        "name != 'say \\'hi\\' \\\\ \\\"now\\\"' AND name = 'scratch' ; scratch"
      })
  void evaluates(String filter, String names) throws Exception {
    EmulatorClient.Answer answer = client.get(IMAGES + EmulatorClient.encoded(filter));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(String.join(",", answer.each("images", "name"))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "name =",
        "= \"scratch\"",
        "name = scratch",
        "name = \"scratch",
        "name = \"scratch'",
        "name = \"a\\nb\"",
        "name == \"scratch\"",
        "name > \"scratch\"",
        "name IN \"scratch\"",
        "name IN ()",
        "name IN (\"a\",)",
        "name IN (\"a\"",
        "name in (\"a\")",
        "NOT name = \"a\"",
        "(name = \"a\")",
        "name = \"a\" OR name = \"b\"",
        "name = \"a\" and name = \"b\"",
        "name = \"a\" AND",
        "name = \"a\" name = \"b\"",
        "status = \"READY\"",
        "family = \"web-base\"",
        "id = \"x\"",
        "name = \"a\" AND labels.env = \"prod\""
      })
  void refuses(String filter) throws Exception {
    EmulatorClient.Answer answer = client.get(IMAGES + EmulatorClient.encoded(filter));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asInt()).isEqualTo(3);
    assertThat(answer.json().path("message").asText()).startsWith("Illegal argument filter: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001})
  void takesAThousandCharacters(int length) throws Exception {
    String filter = "name = \"" + "x".repeat(length - "name = \"\"".length()) + "\"";

    assertThat(client.get(IMAGES + EmulatorClient.encoded(filter)).status())
        .isEqualTo(length <= 1000 ? 200 : 400);
  }
}
