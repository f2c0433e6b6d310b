package dev.imago.calcite.plan;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * Gives every scan of a statement its calls, from what the statement binds, the connection's
 * defaults and the wider reads. A scan that cannot be called is an error that says what is missing.
 */
final class Binder {
  private final ReadChoice choice;

  Binder(ReadChoice choice) {
    this.choice = choice;
  }

  /**
   * The same tree with every scan's calls chosen.
   *
   * @throws ImagoException {@link ErrorCode#PARAMETER_NOT_BOUND} when a scan cannot be called
   */
  RelNode bind(RelNode rel) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(TableScan scan) {
            return scan instanceof ApiScan apiScan ? bindScan(apiScan) : scan;
          }
        });
  }

  private RelNode bindScan(ApiScan scan) {
    ScanSpec spec = scan.spec();
    Optional<List<PlannedRead>> reads = choice.choose(spec.table(), spec.bindings());
    return scan.with(spec.withReads(reads.orElseThrow(() -> missing(spec))));
  }

  private ImagoException missing(ScanSpec spec) {
    TableDescription table = spec.table();
    List<String> missing = choice.missing(table, spec.bindings());
    return new ImagoException(
        ErrorCode.PARAMETER_NOT_BOUND,
        "table "
            + table.qualifiedName()
            + " needs "
            + String.join(" and ", missing)
            + "; the query binds "
            + boundText(spec)
            + "; "
            + missing.stream().map(name -> ways(table, name)).collect(Collectors.joining(", ")));
  }

  private static String ways(TableDescription table, String parameter) {
    String condition = "add " + parameter + " = '...' (or IN) to the query";
    String property = table.defaults().get(parameter);
    return property == null ? condition : condition + " or set the property " + property;
  }

  private static String boundText(ScanSpec spec) {
    List<Binding> bindings = spec.bindings().bindings();
    if (spec.bindings().columns().isEmpty()) {
      return "nothing";
    }
    String first =
        bindings.get(0).values().entrySet().stream()
            .map(value -> value.getKey() + " = " + shown(value.getValue()))
            .collect(Collectors.joining(" and "));
    return bindings.size() == 1 ? first : first + ", or " + (bindings.size() - 1) + " more";
  }

  private static String shown(RexNode value) {
    return value instanceof RexLiteral literal
        ? "'" + literal.getValueAs(String.class) + "'"
        : value.toString();
  }
}
