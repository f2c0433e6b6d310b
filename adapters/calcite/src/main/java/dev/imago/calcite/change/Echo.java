package dev.imago.calcite.change;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.write.WriteRequest;
import dev.imago.core.write.WriteResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of an action that answers nothing: its arguments and the HTTP status. */
final class Echo {
  private Echo() {}

  /** The arguments that come back: those without parts, and no secret. */
  static List<WriteArgument> arguments(WriteMethod method) {
    return method.arguments().stream()
        .filter(argument -> argument.type() == ColumnType.Scalar.VARCHAR && !argument.secret())
        .toList();
  }

  static List<@Nullable Object> row(WriteRequest request, WriteResult result) {
    List<@Nullable Object> row = new ArrayList<>();
    for (WriteArgument argument : arguments(request.method())) {
      row.add(request.arguments().get(argument.name()));
    }
    row.add(result.status());
    return row;
  }
}
