package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.MethodTable;
import dev.imago.emulator.method.NoSuchMethod;
import java.util.List;

/**
 * One service in every region. In the clouds the region stands in the host's name; here it is the
 * first segment below the root, the variable {@code region} of every method's path.
 */
public final class RegionalApi implements Api {
  private final Gate gate;
  private final MethodTable methods;
  private final Refusals refusals;

  /**
   * Puts a service together.
   *
   * @param root the path that it stands under, without the region
   * @param gate who may call it
   * @param methods what it can do
   * @param refusals how it refuses parameters
   */
  public RegionalApi(String root, Gate gate, List<Method> methods, Refusals refusals) {
    this.gate = gate;
    this.methods = new MethodTable(root, methods);
    this.refusals = refusals;
  }

  @Override
  public String root() {
    return methods.root();
  }

  @Override
  public Response answer(Request request) {
    try {
      gate.check(request);
      return methods.answer(request);
    } catch (IllegalParameter illegal) {
      return refusals.of(request, illegal);
    } catch (NoSuchMethod missing) {
      return GatewayErrors.unknownApi().response();
    } catch (Refusal refusal) {
      return refusal.response();
    }
  }
}
