package dev.imago.calcite.function;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Writes calls of functions that tools use in the forms that standard SQL has for them. */
public final class FunctionForms extends SqlShuttle {
  private static final Map<String, RewrittenFunction> FUNCTIONS =
      List.of(new DateTrunc(), new DatePart(), new Now()).stream()
          .collect(Collectors.toMap(RewrittenFunction::name, Function.identity()));

  private FunctionForms() {}

  /** What is called, in upper case. */
  static Set<String> names() {
    return FUNCTIONS.keySet();
  }

  /** The same statement in standard forms. */
  public static SqlNode standard(SqlNode statement) {
    return Objects.requireNonNull(statement.accept(new FunctionForms()));
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlNode visited = super.visit(call);
    if (!(visited instanceof SqlCall copy)) {
      return visited;
    }
    if (copy.getKind() == SqlKind.OVER) {
      return WindowForms.standard(copy);
    }
    if (!(copy.getOperator() instanceof SqlFunction)) {
      return copy;
    }
    RewrittenFunction function =
        FUNCTIONS.get(copy.getOperator().getName().toUpperCase(Locale.ROOT));
    return function == null ? copy : function.rewrite(copy);
  }
}
