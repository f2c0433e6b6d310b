package dev.imago.jdbc;

import dev.imago.calcite.statement.Plan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is to run.
 *
 * @param planning where the plan comes from
 * @param parameters the values of its {@code ?}, as the engine has them
 * @param keys what is wanted of each row that it changes
 */
record Task(Planning planning, List<@Nullable Object> parameters, KeyColumns keys) {
  // Written out, because NullAway sees no @Nullable inside the types of a compact constructor.
  Task(Planning planning, List<@Nullable Object> parameters, KeyColumns keys) {
    this.planning = planning;
    this.parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    this.keys = keys;
  }

  /** Where a plan comes from. */
  @FunctionalInterface
  interface Planning {
    Plan plan(RunningExecution execution) throws SQLException;
  }
}
