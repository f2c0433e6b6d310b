package dev.imago.emulator.keystone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.Parameter;
import dev.imago.emulator.openstack.Gate;
import dev.imago.emulator.openstack.Project;
import dev.imago.emulator.openstack.RegionalApi;
import java.util.List;

/** Puts the identity service together. */
public final class KeystoneApi {
  private KeystoneApi() {}

  /**
   * The service under a root; who wants a token needs none.
   *
   * @param gate whose account it serves
   * @param issuer gives the tokens
   */
  public static RegionalApi create(String root, Gate gate, TokenIssuer issuer) {
    return new RegionalApi(
        root,
        anybody -> {},
        List.of(
            new Method(
                "POST",
                "{region}/v3/auth/tokens",
                List.of(Parameter.text("nocatalog", 5)),
                issuer::issue),
            Method.get("{region}/v3/auth/projects", List.of(), call -> projects(call, gate))),
        new KeystoneErrors());
  }

  /** The projects that the token's user may work in, in every region. */
  private static ObjectNode projects(Call call, Gate gate) {
    gate.check(call.request());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode projects = answer.putArray("projects");
    for (Project project : gate.account().projects()) {
      projects
          .addObject()
          .put("id", project.id())
          .put("name", project.name())
          .put("domain_id", project.domain().id())
          .put("parent_id", project.domain().id())
          .put("description", project.description())
          .put("enabled", true)
          .put("is_domain", false);
    }
    return answer;
  }
}
