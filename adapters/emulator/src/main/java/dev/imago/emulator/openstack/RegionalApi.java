package dev.imago.emulator.openstack;

import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.MethodTable;
import dev.imago.emulator.method.NoSuchMethod;
import java.util.List;
import java.util.function.Consumer;

/**
 * One service in every region. In the clouds the region stands in the host's name; here it is the
 * first segment below the root, the variable {@code region} of every method's path.
 */
public final class RegionalApi implements Api {
  private final Consumer<Request> entrance;
  private final MethodTable methods;
  private final Refusals refusals;

  /**
   * Puts a service together.
   *
   * @param root the path that it stands under, without the region
   * @param entrance refuses those who may not call it: {@link Gate#check}, as a rule
   * @param methods what it can do
   * @param refusals how it refuses parameters
   */
  public RegionalApi(
      String root, Consumer<Request> entrance, List<Method> methods, Refusals refusals) {
    this.entrance = entrance;
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
      entrance.accept(request);
      return methods.answer(request);
    } catch (IllegalParameter illegal) {
      return refusals.illegal(request, illegal);
    } catch (NoSuchMethod missing) {
      return refusals.missing(missing);
    } catch (Refusal refusal) {
      return refusal.response();
    }
  }
}
