package dev.imago.emulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.openstack.Account;
import dev.imago.emulator.openstack.Domain;
import dev.imago.emulator.openstack.Project;
import dev.imago.emulator.openstack.Refusal;
import dev.imago.emulator.openstack.User;
import java.io.IOException;
import java.util.Optional;

/**
 * What a caller logs in with: {@code {"auth": {"identity": {"methods": ["password"], "password":
 * {"user": {"name", "password", "domain": {"name"}}}}, "scope": {"project": {"id" or "name"}}}}}.
 *
 * @param body that document
 */
record Login(JsonNode body) {
  /**
   * Reads the document.
   *
   * @throws Refusal when it is no JSON
   */
  static Login parse(String text) {
    try {
      return new Login(JsonReader.read(text));
    } catch (IOException damaged) {
      throw KeystoneErrors.badRequest("The request body is no JSON.");
    }
  }

  /**
   * Checks name, domain and password.
   *
   * @throws Refusal when they are not those of the account's user
   */
  void check(Account account) {
    JsonNode identity = body.path("auth").path("identity");
    JsonNode sent = identity.path("password").path("user");
    if (!identity.path("methods").path(0).asText().equals("password") || sent.isMissingNode()) {
      throw KeystoneErrors.badRequest("The only method of authentication is password.");
    }
    User user = account.user();
    boolean known =
        is(sent, user.id(), user.name())
            && (sent.has("id") || isDomain(sent.path("domain"), account.domain()))
            && sent.path("password").asText().equals(user.password());
    if (!known) {
      throw KeystoneErrors.unauthorized("The username or password is wrong.");
    }
  }

  /**
   * The project that the token is to be good for; empty for a token without one.
   *
   * @throws Refusal when there is no such project
   */
  Optional<Project> scope(Account account) {
    JsonNode project = body.path("auth").path("scope").path("project");
    if (project.isMissingNode()) {
      return Optional.empty();
    }
    Optional<Project> found =
        project.has("id")
            ? account.project(project.path("id").asText())
            : account.projectNamed(project.path("name").asText());
    return Optional.of(
        found.orElseThrow(() -> KeystoneErrors.unauthorized("The project does not exist.")));
  }

  private static boolean isDomain(JsonNode sent, Domain domain) {
    return is(sent, domain.id(), domain.name());
  }

  private static boolean is(JsonNode sent, String id, String name) {
    return sent.has("id")
        ? sent.path("id").asText().equals(id)
        : sent.path("name").asText().equals(name);
  }
}
