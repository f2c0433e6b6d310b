package dev.imago.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTransportTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://compute.example",
        "http://localhost",
        "http://LOCALHOST:8080/a",
        "http://127.0.0.1",
        "http://127.255.255.254:1",
        "http://127.10.199.249",
        "http://[::1]:8080",
        "http://[0:0:0:0:0:0:0:1]"
      })
  void isPrivate(String url) {
    assertThat(CredentialTransport.isPrivate(HttpUrl.get(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://compute.example",
        "http://localhost.evil.example",
        "http://localhost.",
        "http://evil.localhost",
        "http://127.0.0.1.evil.example",
        "http://127.0.0.256",
        "http://127.0.0.1000",
        "http://127.1",
        "http://128.0.0.1",
        "http://1127.0.0.1",
        "http://0.0.0.0",
        "http://2130706433",
        "http://[::]",
        "http://[::2]",
        "http://[::ffff:8.8.8.8]",
        "http://[64:ff9b::127.0.0.1]",
        "http://localhost@evil.example",
        "http://evil.example/127.0.0.1#localhost"
      })
  void isNotPrivate(String url) {
    assertThat(CredentialTransport.isPrivate(HttpUrl.get(url))).isFalse();
  }
}
