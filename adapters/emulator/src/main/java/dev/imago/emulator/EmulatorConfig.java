package dev.imago.emulator;

import dev.imago.emulator.state.IdGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * How an emulator behaves. {@link #demo} is where every configuration starts.
 *
 * @param port the port, or 0 for a free one
 * @param clock the clouds' time
 * @param ids the numbers of what is made while it runs
 * @param validTokens the access tokens that are good; any, or none, when the set is empty
 * @param lockedProjects the Google projects that answer 403
 * @param unreachable Google zones, regions and locations that do not answer, by path: {@code
 *     projects/acme-prod/zones/us-east1-b}
 * @param mostRowsPerPage the most rows of a page that says whether there is a next one, whatever a
 *     call asks for; lists without such a word end with a page that is not full, so they are not
 *     cut
 * @param emptyFirstPages whether each list begins with a page without rows but with a token
 * @param compressing whether bodies go out in gzip to clients that accept it, as the clouds' do
 * @param requestsKept how many requests can be read back
 */
public record EmulatorConfig(
    int port,
    Clock clock,
    IdGenerator ids,
    Set<String> validTokens,
    Set<String> lockedProjects,
    Set<String> unreachable,
    int mostRowsPerPage,
    boolean emptyFirstPages,
    boolean compressing,
    int requestsKept) {

  /** The day on which the demo takes place, so that its answers do not depend on the real one. */
  public static final Instant DEMO_TIME = Instant.parse("2026-06-15T12:00:00Z");

  private static final long FIRST_ID = 5_000_000_000_000_000_001L;
  private static final int REQUESTS_KEPT = 100_000;

  public EmulatorConfig {
    validTokens = Set.copyOf(validTokens);
    lockedProjects = Set.copyOf(lockedProjects);
    unreachable = Set.copyOf(unreachable);
  }

  /** The demo clouds on a free port, open to anybody, at the time of the demo. */
  public static EmulatorConfig demo() {
    return builder().build();
  }

  /** Begins with the demo. */
  public static Builder builder() {
    return new Builder();
  }

  /** Changes parts of the demo's configuration. */
  public static final class Builder {
    private int port;
    private Clock clock = Clock.fixed(DEMO_TIME, ZoneOffset.UTC);
    private IdGenerator ids = IdGenerator.from(FIRST_ID);
    private Set<String> validTokens = Set.of();
    private Set<String> lockedProjects = Set.of("acme-locked");
    private Set<String> unreachable = Set.of();
    private int mostRowsPerPage = Integer.MAX_VALUE;
    private boolean emptyFirstPages;
    private boolean compressing;
    private int requestsKept = REQUESTS_KEPT;

    private Builder() {}

    public Builder port(int value) {
      port = value;
      return this;
    }

    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    public Builder ids(IdGenerator value) {
      ids = value;
      return this;
    }

    public Builder validTokens(String... values) {
      validTokens = Set.of(values);
      return this;
    }

    public Builder lockedProjects(String... values) {
      lockedProjects = Set.of(values);
      return this;
    }

    public Builder unreachable(String... values) {
      unreachable = Set.of(values);
      return this;
    }

    public Builder mostRowsPerPage(int value) {
      mostRowsPerPage = value;
      return this;
    }

    public Builder emptyFirstPages(boolean value) {
      emptyFirstPages = value;
      return this;
    }

    public Builder compressing(boolean value) {
      compressing = value;
      return this;
    }

    public Builder requestsKept(int value) {
      requestsKept = value;
      return this;
    }

    public EmulatorConfig build() {
      return new EmulatorConfig(
          port,
          clock,
          ids,
          validTokens,
          lockedProjects,
          unreachable,
          mostRowsPerPage,
          emptyFirstPages,
          compressing,
          requestsKept);
    }
  }
}
