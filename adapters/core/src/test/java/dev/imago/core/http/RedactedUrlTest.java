package dev.imago.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://h/p|https://h/p",
        "https://h/p?|https://h/p?",
        "https://h/p?a=1&b|https://h/p?a=1&b",
        "https://h/p?key=s3cret|https://h/p?key=***",
        "https://h/p?a=1&access_token=s3cret&b=2|https://h/p?a=1&access_token=***&b=2",
        "https://h/p?Signature=s3cret%3D&Expires=1|https://h/p?Signature=***&Expires=1",
        "https://h/p?X-Amz-Signature=s3cret&X-AMZ-Credential=s3cret|"
            + "https://h/p?X-Amz-Signature=***&X-AMZ-Credential=***",
        "https://h/p?KEY=s3cret|https://h/p?KEY=***",
        "https://h/p?monkey=1&keys=2|https://h/p?monkey=1&keys=2",
        "https://user:s3cret@h/p|https://***@h/p",
        "https://user:s3@cret@h/p?key=s3cret|https://***@h/p?key=***",
        "https://h/a@b?c=d@e|https://h/a@b?c=d@e",
        "https://h/<name>?0|https://h/<name>?0"
      })
  void secretsAreNotShown(String url, String shown) {
    assertThat(RedactedUrl.of(url)).isEqualTo(shown);
  }
}
