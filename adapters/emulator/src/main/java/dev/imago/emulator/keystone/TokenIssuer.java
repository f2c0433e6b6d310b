package dev.imago.emulator.keystone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.openstack.Account;
import dev.imago.emulator.openstack.Domain;
import dev.imago.emulator.openstack.Project;
import dev.imago.emulator.openstack.Tokens;
import dev.imago.emulator.state.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gives tokens for passwords, good for a day, each with the catalog of its project's region. */
public final class TokenIssuer {
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Account account;
  private final Tokens tokens;
  private final Clock clock;
  private final IdGenerator ids;
  private final List<CatalogService> catalog;

  /**
   * Begins without tokens.
   *
   * @param account whose user may log in
   * @param tokens takes the tokens
   * @param clock by which tokens expire
   * @param ids numbers the tokens
   * @param catalog the services that tokens name
   */
  public TokenIssuer(
      Account account, Tokens tokens, Clock clock, IdGenerator ids, List<CatalogService> catalog) {
    this.account = account;
    this.tokens = tokens;
    this.clock = clock;
    this.ids = ids;
    this.catalog = List.copyOf(catalog);
  }

  Response issue(Call call) {
    Login login = Login.parse(call.request().body());
    login.check(account);
    Optional<Project> scope = login.scope(account);
    Instant now = clock.instant();
    Instant expiry = now.plus(LIFETIME);
    String token = String.format(Locale.ROOT, "%032x", ids.next());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode description = answer.putObject("token");
    description.putArray("methods").add("password");
    description.put("issued_at", TIME.format(now));
    description.put("expires_at", TIME.format(expiry));
    write(account.domain(), describeUser(description));
    tokens.issue(token, scope, expiry);
    scope.ifPresent(
        project -> {
          ObjectNode written = description.putObject("project");
          written.put("id", project.id()).put("name", project.name());
          write(project.domain(), written);
          description.putArray("roles").addObject().put("id", "0").put("name", "te_admin");
          if (call.parameter("nocatalog").isEmpty()) {
            writeCatalog(call, project, description.putArray("catalog"));
          }
        });
    return Response.json(201, answer).withHeader("X-Subject-Token", token);
  }

  private ObjectNode describeUser(ObjectNode token) {
    return token
        .putObject("user")
        .put("id", account.user().id())
        .put("name", account.user().name())
        .put("password_expires_at", "");
  }

  private static void write(Domain domain, ObjectNode owner) {
    owner.putObject("domain").put("id", domain.id()).put("name", domain.name());
  }

  private void writeCatalog(Call call, Project project, ArrayNode written) {
    String host = call.request().header("Host").orElse("127.0.0.1");
    for (CatalogService service : catalog) {
      ObjectNode entry = written.addObject();
      entry.put("id", service.name()).put("type", service.type()).put("name", service.name());
      entry
          .putArray("endpoints")
          .addObject()
          .put("id", service.name() + "-" + project.region())
          .put("interface", "public")
          .put("region", project.region())
          .put("region_id", project.region())
          .put("url", service.url(host, project.region()));
    }
  }
}
