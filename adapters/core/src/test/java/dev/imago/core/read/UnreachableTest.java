package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls to a host that nobody listens at. */
class UnreachableTest {
  private final Service other = new Service();
  private ServiceCalls services;

  UnreachableTest() throws IOException {}

  @BeforeEach
  void leaveAPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      String url = "http://127.0.0.1:" + free.getLocalPort();
      services =
          Service.services(
              Service.endpoint(HttpUrl.get(url), (request, parameters) -> request),
              Service.RULES,
              other.timer);
    }
  }

  @AfterEach
  void stop() {
    services.close();
    other.close();
  }

  @Test
  void threeFailuresAreEnough() {
    ImagoException failure = read("p");

    assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_CONNECT);
    assertThat(failure)
        .hasMessageContaining("cannot connect to 127.0.0.1:")
        .hasMessageContaining("(3 failures in a row; not tried again)")
        .hasMessageContaining("tried 4 times");
    assertThat(other.onlyCall().attempts()).isZero();
    assertThat(other.timer.waits()).hasSize(3);
  }

  @Test
  void furtherCallsOfTheStatementFailAtOnce() {
    read("p");
    List<ImagoException> further = IntStream.range(0, 1000).mapToObj(i -> readOn("p" + i)).toList();

    assertThat(further)
        .allSatisfy(
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_CONNECT);
              assertThat(failure).hasMessageContaining("3 failures in a row");
            });
  }

  @Test
  void nextStatementTriesAgain() {
    read("p");

    assertThat(read("p")).hasMessageContaining("tried 4 times");
  }

  private ImagoException read(String project) {
    other.statement(5000);
    return readOn(project);
  }

  /** In the statement that is there. */
  private ImagoException readOn(String project) {
    try (RowStream rows =
        new TableReader(services).read(List.of(Acme.images(project, "name")), other.statement())) {
      return catchThrowableOfType(ImagoException.class, rows::next);
    }
  }
}
