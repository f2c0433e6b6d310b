package dev.imago.emulator.yandex.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.yandex.operation.IdempotencyKeys;
import dev.imago.emulator.yandex.operation.Operations;
import dev.imago.emulator.yandex.resource.Folders;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The methods that make, change and delete images, each answering an operation. */
public final class ImageWrites {
  private final IdempotencyKeys keys;
  private final ImageCreation creation;
  private final ImageChange change;

  /**
   * Writes images.
   *
   * @param resources keeps them
   * @param operations keeps what is under way
   * @param clock says when they are made
   * @param ids numbers them
   */
  public ImageWrites(ResourceStore resources, Operations operations, Clock clock, IdGenerator ids) {
    Folders folders = new Folders(resources);
    ImageNames names = new ImageNames(resources);
    this.keys = new IdempotencyKeys(operations);
    this.creation = new ImageCreation(resources, folders, names, operations, clock, ids);
    this.change = new ImageChange(resources, folders, names, operations);
  }

  List<Method> methods() {
    String path = ComputeCollection.IMAGES.path();
    return List.of(
        write("POST", ComputeCollection.IMAGES.segment(), creation::create),
        write("PATCH", path, change::update),
        write("DELETE", path, change::delete));
  }

  private Method write(String verb, String path, Function<Call, ObjectNode> write) {
    return new Method(verb, path, List.of(), call -> Response.json(200, keys.once(call, write)));
  }
}
