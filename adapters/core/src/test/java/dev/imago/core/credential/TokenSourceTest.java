package dev.imago.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenSourceTest {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int THREADS = 16;

  private final MovableClock clock = new MovableClock();
  private final AtomicInteger fetches = new AtomicInteger();
  private final TokenSource source = new TokenSource(clock, this::next);

  private AccessToken next() {
    return new AccessToken("t-" + fetches.incrementAndGet(), clock.instant().plus(LIFE));
  }

  @Test
  void aTokenIsKept() {
    assertThat(source.token().value()).isEqualTo("t-1");
    clock.forward(Duration.ofMinutes(54));
    assertThat(source.token().value()).isEqualTo("t-1");
  }

  @Test
  void itIsRenewedBeforeItExpires() {
    assertThat(source.token().value()).isEqualTo("t-1");
    clock.forward(Duration.ofMinutes(55));
    assertThat(source.token().value()).isEqualTo("t-2");
  }

  @Test
  void ofAShortLifeAQuarterIsLeftWhenItIsRenewed() {
    TokenSource shortLived =
        new TokenSource(
            clock,
            () ->
                new AccessToken(
                    "t-" + fetches.incrementAndGet(), clock.instant().plusSeconds(100)));
    shortLived.token();
    clock.forward(Duration.ofSeconds(74));
    assertThat(shortLived.token().value()).isEqualTo("t-1");
    clock.forward(Duration.ofSeconds(1));
    assertThat(shortLived.token().value()).isEqualTo("t-2");
  }

  @Test
  void oneThatWasRefusedIsReplacedOnce() {
    String refused = source.token().value();
    source.refused(refused);
    assertThat(source.token().value()).isEqualTo("t-2");

    source.refused(refused);
    assertThat(source.token().value()).isEqualTo("t-2");
  }

  @Test
  void aRenewalThatFailsLeavesTheOldOneWhileItIsGood() {
    TokenSource failing =
        new TokenSource(
            clock,
            () -> {
              if (fetches.get() > 0) {
                fetches.incrementAndGet();
                throw refusal();
              }
              return next();
            });
    failing.token();
    clock.forward(Duration.ofMinutes(56));
    assertThat(failing.token().value()).isEqualTo("t-1");
    assertThat(failing.token().value()).isEqualTo("t-1");
    assertThat(fetches).as("the next attempt waits").hasValue(2);

    clock.forward(Duration.ofSeconds(30));
    assertThat(failing.token().value()).isEqualTo("t-1");
    assertThat(fetches).hasValue(3);

    clock.forward(Duration.ofMinutes(4));
    assertThatThrownBy(failing::token)
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED))
        .hasMessage("refused");
  }

  @Test
  void aFailureIsNotKept() {
    TokenSource recovering =
        new TokenSource(
            clock,
            () -> {
              if (fetches.incrementAndGet() == 1) {
                throw refusal();
              }
              return next();
            });
    assertThatThrownBy(recovering::token).hasMessage("refused");
    assertThat(recovering.token().value()).isEqualTo("t-3");
  }

  @Test
  void whoIsOutOfReachIsLeftAloneForAMoment() {
    AtomicInteger left = new AtomicInteger(4);
    ImagoException lost = new ImagoException(ErrorCode.CANNOT_CONNECT, "out of reach");
    TokenSource source =
        new TokenSource(
            clock,
            () -> {
              fetches.incrementAndGet();
              if (left.getAndDecrement() > 0) {
                throw lost;
              }
              return next();
            });
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(source::token).hasCause(lost);
    }
    assertThatThrownBy(source::token).hasRootCause(lost).hasMessage("out of reach");
    assertThat(fetches).hasValue(3);

    clock.forward(Duration.ofSeconds(2));
    assertThatThrownBy(source::token).hasCause(lost);
    assertThat(fetches).as("one tries for all").hasValue(4);
    assertThatThrownBy(source::token).hasRootCause(lost);
    assertThat(fetches).hasValue(4);

    clock.forward(Duration.ofSeconds(2));
    assertThat(source.token().value()).isEqualTo("t-6");
  }

  @Test
  void whoeverDoesNotWaitGetsItLater() {
    CountDownLatch goesOn = new CountDownLatch(1);
    TokenSource slow =
        new TokenSource(
            clock,
            () -> {
              awaitZero(goesOn);
              return next();
            });

    CompletableFuture<AccessToken> ready = slow.ready();

    assertThat(ready).isNotDone();
    goesOn.countDown();
    assertThat(ready.join().value()).isEqualTo("t-1");
    assertThat(slow.ready()).isDone();
  }

  @Test
  void threadsThatStartAtOnceFetchOneToken() throws Exception {
    CountDownLatch allWant = new CountDownLatch(THREADS);
    TokenSource slow =
        new TokenSource(
            clock,
            () -> {
              awaitZero(allWant);
              return next();
            });

    assertThat(inThreads(slow, allWant)).containsOnly("t-1").hasSize(THREADS);
    assertThat(fetches).hasValue(1);
  }

  @Test
  void aTokenThatIsRenewedDoesNotHoldUpTheOthers() throws Exception {
    CountDownLatch isRenewing = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    TokenSource slow =
        new TokenSource(
            clock,
            () -> {
              if (fetches.get() > 0) {
                isRenewing.countDown();
                awaitZero(goesOn);
              }
              return next();
            });
    slow.token();
    clock.forward(Duration.ofMinutes(56));
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<AccessToken> renewed = threads.submit(slow::token);
      awaitZero(isRenewing);

      assertThat(slow.token().value()).isEqualTo("t-1");

      goesOn.countDown();
      assertThat(renewed.get().value()).isEqualTo("t-2");
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> inThreads(TokenSource source, CountDownLatch allWant)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<AccessToken>> wanted = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        wanted.add(
            threads.submit(
                () -> {
                  allWant.countDown();
                  return source.token();
                }));
      }
      List<String> tokens = new ArrayList<>();
      for (Future<AccessToken> token : wanted) {
        tokens.add(token.get().value());
      }
      return tokens;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitZero(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ImagoException refusal() {
    return new ImagoException(ErrorCode.UNAUTHENTICATED, "refused");
  }
}
