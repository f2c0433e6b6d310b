package dev.imago.jdbc;

import dev.imago.calcite.statement.Plan;
import dev.imago.core.error.ErrorCode;
import dev.imago.jdbc.contract.SqlErrors;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A prepared call of a method. What the method answers is a row of a result set; no parameter gives
 * a value back. A {@code ?} can be set by its place, and by the name of the argument that it is.
 */
final class ImagoCallableStatement extends UnsupportedOutputs {
  private final Map<String, Integer> places;

  ImagoCallableStatement(ImagoConnection connection, Plan plan) {
    super(connection, plan);
    this.places = plan.placesByName();
  }

  @Override
  int place(@Nullable String name) throws SQLException {
    checkOpen();
    for (Map.Entry<String, Integer> known : places.entrySet()) {
      if (known.getKey().equalsIgnoreCase(name)) {
        return known.getValue() + 1;
      }
    }
    throw SqlErrors.of(
        ErrorCode.INVALID_INDEX,
        "no ? is the argument \""
            + name
            + "\""
            + (places.isEmpty() ? "" : "; there are " + String.join(", ", places.keySet())));
  }
}
