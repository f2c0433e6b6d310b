package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Request;
import dev.imago.emulator.method.Call;
import java.util.Optional;

/**
 * What stands before every service: who may call, and for which project.
 *
 * @param account whose projects there are
 * @param tokens which tokens are good
 * @param signatures which signatures are
 */
public record Gate(Account account, Tokens tokens, Signatures signatures) {
  private static final String REGION = "region";
  private static final String PROJECT = "project_id";
  private static final String PROJECT_HEADER = "X-Project-Id";

  /**
   * Lets a request pass whose caller is known, by a token or by a signature.
   *
   * @throws Refusal when it is not
   */
  public void check(Request request) {
    if (signatures.isSigned(request) && !tokens.isOpen()) {
      Optional<String> problem = signatures.problem(request);
      if (problem.isPresent()) {
        throw GatewayErrors.notAuthenticated(problem.get());
      }
    } else {
      tokens.check(request);
    }
  }

  /**
   * The project that a call is for: its path names it, else the header {@code X-Project-Id}, else
   * its token's scope.
   *
   * @throws Refusal when the call names none, or one that does not lie in the region, or another
   *     than its token was issued for
   */
  public Project project(Call call) {
    Optional<String> scope = tokens.projectOf(call.request()).map(Project::id);
    String id =
        call.findVariable(PROJECT)
            .or(() -> call.request().header(PROJECT_HEADER))
            .or(() -> scope)
            .orElseThrow(
                () -> GatewayErrors.notAuthenticated("the request has no project as its scope"));
    if (scope.isPresent() && !scope.get().equals(id)) {
      throw GatewayErrors.notAuthorized("the token is not for project " + id);
    }
    String region = call.variable(REGION);
    return account
        .project(id)
        .filter(project -> project.region().equals(region))
        .orElseThrow(
            () ->
                GatewayErrors.notAuthorized("project " + id + " does not lie in region " + region));
  }
}
