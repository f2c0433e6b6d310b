package dev.imago.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokenPoolTest {
  private static final TokenFetch FETCH = () -> new AccessToken("t", Instant.MAX);

  private final TokenPool pool = new TokenPool();

  @Test
  void equalCredentialsHaveOneSource() {
    assertThat(source("a", "b")).isSameAs(source("a", "b"));
    assertThat(source("a", "b")).isNotSameAs(source("a", "c")).isNotSameAs(source("ab", ""));
  }

  @Test
  void aSourceTellsTheTimeByOneClock() {
    assertThat(pool.source(TokenIdentity.of("a"), Clock.systemUTC(), FETCH))
        .isNotSameAs(
            pool.source(TokenIdentity.of("a"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), FETCH));
  }

  @Test
  void theOneThatWasNotAskedForTheLongestIsForgotten() {
    TokenSource first = source("0");
    TokenSource second = source("1");
    for (int i = 2; i < 1000; i++) {
      source(Integer.toString(i));
    }
    assertThat(source("0")).isSameAs(first);
    source("1000");
    assertThat(source("0")).isSameAs(first);
    assertThat(source("1")).isNotSameAs(second);
  }

  @Test
  void anIdentityHoldsNoSecret() {
    assertThat(TokenIdentity.of("yandex", "s3cret").toString()).doesNotContain("s3cret");
  }

  private TokenSource source(String... identity) {
    return pool.source(TokenIdentity.of(identity), Clock.systemUTC(), FETCH);
  }
}
