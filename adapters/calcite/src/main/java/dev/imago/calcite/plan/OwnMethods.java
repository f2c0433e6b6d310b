package dev.imago.calcite.plan;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.statement.Plan;
import dev.imago.calcite.system.SystemTable;
import dev.imago.calcite.system.SystemTable.Method;
import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.parser.statement.SqlExec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans EXEC and CALL of the product's own methods: {@code CALL imago.system.cache.clear()}. They
 * call no cloud and change nothing there, so a connection that is read only may run them.
 */
final class OwnMethods {
  private final RelDataTypeFactory typeFactory;

  OwnMethods(RelDataTypeFactory typeFactory) {
    this.typeFactory = typeFactory;
  }

  /**
   * A run of a method.
   *
   * @param name whole: {@code imago.system.cache.clear}
   */
  record Run(String name, Method method) {}

  /** What a statement runs; empty when it runs none of these. */
  Optional<Run> find(SqlNode statement, NameScope scope) {
    if (!(statement instanceof SqlExec exec)) {
      return Optional.empty();
    }
    List<String> names = exec.method().names;
    if (names.size() == 1) {
      return Optional.empty();
    }
    RelOptTable table = scope.getTable(names.subList(0, names.size() - 1));
    SystemTable own = table == null ? null : table.unwrap(SystemTable.class);
    if (table == null || own == null) {
      return Optional.empty();
    }
    Optional<Run> run =
        own.method(names.get(names.size() - 1))
            .map(
                method ->
                    new Run(
                        String.join(".", table.getQualifiedName()) + "." + method.name(), method));
    if (run.isPresent()
        && !(exec.arguments().isEmpty() && exec.json().isEmpty() && exec.await().isEmpty())) {
      throw new ImagoException(
          ErrorCode.INVALID_STATEMENT, run.get().name() + " takes no arguments");
    }
    return run;
  }

  /** The plan of a run. */
  PlannedStatement plan(Run run) {
    Method method = run.method();
    return new PlannedStatement(
        Plan.Kind.CALL,
        method.answer().stream().map(this::output).toList(),
        List.of(),
        Map.of(),
        List.of(),
        context ->
            Linq4j.asEnumerable(
                method.run().read(context).stream().map(OwnMethods::value).toList()));
  }

  private OutputColumn output(SystemTable.Column column) {
    return new OutputColumn(
        column.name(), SqlTypes.nullable(column.type(), typeFactory), Optional.empty());
  }

  /** A row of one column is the bare value. */
  private static Object value(@Nullable Object[] row) {
    Object only = row.length == 1 ? row[0] : null;
    return only == null ? row : only;
  }
}
