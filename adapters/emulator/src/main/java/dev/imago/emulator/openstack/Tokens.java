package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tokens open the doors: those of the configuration, and those that the identity service has
 * issued until they expire. Without configured tokens any opens them, or none. Safe for any number
 * of threads.
 */
public final class Tokens {
  private static final String HEADER = "X-Auth-Token";

  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private final Set<String> valid;
  private final Clock clock;

  private record Issued(Optional<Project> project, Instant expiresAt) {}

  /**
   * Opens the doors to some tokens.
   *
   * @param valid the tokens that are good; any, or none, when the set is empty
   * @param clock by which issued tokens expire
   */
  public Tokens(Set<String> valid, Clock clock) {
    this.valid = Set.copyOf(valid);
    this.clock = clock;
  }

  /**
   * Makes a token good until a time.
   *
   * @param project its scope; empty when it is only good for what needs no project
   */
  public void issue(String token, Optional<Project> project, Instant expiresAt) {
    issued.put(token, new Issued(project, expiresAt));
  }

  /** Whether any token opens the doors, or none. */
  boolean isOpen() {
    return valid.isEmpty();
  }

  /**
   * Lets a request pass that carries a good token.
   *
   * @throws Refusal when it does not
   */
  public void check(Request request) {
    if (isOpen()) {
      return;
    }
    Optional<String> token = request.header(HEADER);
    if (token.isEmpty()) {
      throw GatewayErrors.notAuthenticated("x-auth-token not found");
    }
    if (!valid.contains(token.get()) && find(request).isEmpty()) {
      throw GatewayErrors.notAuthenticated("decrypt token fail");
    }
  }

  /** The project that the request's token was issued for, or empty. */
  public Optional<Project> projectOf(Request request) {
    return find(request).flatMap(Issued::project);
  }

  private Optional<Issued> find(Request request) {
    return request
        .header(HEADER)
        .flatMap(token -> Optional.ofNullable(issued.get(token)))
        .filter(token -> token.expiresAt().isAfter(clock.instant()));
  }
}
