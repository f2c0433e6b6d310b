package dev.imago.calcite.engine;

import dev.imago.calcite.statement.Plan;
import dev.imago.core.statement.Cancellation;
import dev.imago.core.statement.StatementWarnings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a plan needs.
 *
 * @param parameters the values of the {@code ?}, in order, as Calcite's enumerable runtime has them
 *     for the types that {@link Plan#parameters} gives
 * @param cancellation ends the execution, from any thread
 * @param warnings takes what the user should know although the statement succeeds
 * @param isBounded whether no more than some first rows will be read
 */
public record Execution(
    List<@Nullable Object> parameters,
    Cancellation cancellation,
    StatementWarnings warnings,
    boolean isBounded) {
  // Written out, because NullAway sees no @Nullable inside the types of a compact constructor.
  public Execution(
      List<@Nullable Object> parameters,
      Cancellation cancellation,
      StatementWarnings warnings,
      boolean isBounded) {
    this.parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    this.cancellation = cancellation;
    this.warnings = warnings;
    this.isBounded = isBounded;
  }

  /** An execution whose rows will all be read, as far as anybody knows. */
  public Execution(
      List<@Nullable Object> parameters, Cancellation cancellation, StatementWarnings warnings) {
    this(parameters, cancellation, warnings, false);
  }
}
