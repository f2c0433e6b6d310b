package dev.imago.calcite.change;

import dev.imago.calcite.method.MethodTypes;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.write.WriteRequest;
import dev.imago.core.write.WriteResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of an action that answers nothing: its arguments and the HTTP status. */
final class Echo {
  private Echo() {}

  static List<@Nullable Object> row(WriteRequest request, WriteResult result) {
    List<@Nullable Object> row = new ArrayList<>();
    for (WriteArgument argument : MethodTypes.echoed(request.method())) {
      row.add(request.arguments().get(argument.name()));
    }
    row.add(result.status());
    return row;
  }
}
