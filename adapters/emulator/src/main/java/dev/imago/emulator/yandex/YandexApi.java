package dev.imago.emulator.yandex;

import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.method.MethodTable;
import dev.imago.emulator.method.NoSuchMethod;
import java.util.List;

/** One API of Yandex Cloud: its methods behind the gate, and its refusals. */
public final class YandexApi implements Api {
  private final Gate gate;
  private final MethodTable methods;

  /**
   * Puts an API together.
   *
   * @param root the path that it stands under
   * @param gate who may call it, and how it refuses
   * @param methods what it can do
   */
  public YandexApi(String root, Gate gate, List<Method> methods) {
    this.gate = gate;
    this.methods = new MethodTable(root, methods);
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
      return refusal(YandexFailure.illegal(illegal.name(), "Field " + illegal.problem()));
    } catch (NoSuchMethod missing) {
      return refusal(
          missing.isPathKnown()
              ? new YandexFailure(RpcCode.UNIMPLEMENTED, "Method Not Allowed")
              : new YandexFailure(RpcCode.NOT_FOUND, "Not Found"));
    } catch (YandexFailure failure) {
      return refusal(failure);
    }
  }

  private Response refusal(YandexFailure failure) {
    return Response.json(failure.code().httpStatus(), gate.errorBody(failure));
  }
}
