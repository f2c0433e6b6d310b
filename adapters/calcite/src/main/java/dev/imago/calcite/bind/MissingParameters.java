package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/** The error of a scan that cannot be called: what it lacks, what is bound, and what to do. */
final class MissingParameters {
  private MissingParameters() {}

  /**
   * One error for all scans that lack something.
   *
   * @param enumerates whether the connection allows to fill parameters in
   */
  static ImagoException error(List<Need> lacking, boolean enumerates) {
    Set<ApiScan> scans = new LinkedHashSet<>();
    lacking.forEach(need -> scans.add(need.scan()));
    String message =
        scans.stream()
            .map(
                scan ->
                    text(
                        scan,
                        lacking.stream().filter(n -> n.scan().equals(scan)).toList(),
                        enumerates))
            .collect(Collectors.joining("; "));
    return new ImagoException(ErrorCode.PARAMETER_NOT_BOUND, message);
  }

  private static String text(ApiScan scan, List<Need> lacking, boolean enumerates) {
    TableDescription table = scan.spec().table();
    Set<String> missing = new LinkedHashSet<>();
    Set<String> obstacles = new LinkedHashSet<>();
    for (Need need : lacking) {
      missing.add(need.parameter());
      obstacles.add(need.obstacle());
    }
    obstacles.remove("");
    return "table "
        + table.qualifiedName()
        + " needs "
        + String.join(" and ", missing)
        + "; the query binds "
        + boundText(scan.spec())
        + obstacles.stream().map(obstacle -> ", and " + obstacle).collect(Collectors.joining())
        + "; "
        + missing.stream().map(name -> ways(table, name)).collect(Collectors.joining(", "))
        + (!enumerates && canBeFilledIn(table) ? ", or set enumerate=true" : "");
  }

  private static boolean canBeFilledIn(TableDescription table) {
    return table.parent().isPresent()
        || !table.known().isEmpty()
        || table.reads().stream().anyMatch(read -> read.kind() == ReadMethod.Kind.WIDER);
  }

  private static String ways(TableDescription table, String parameter) {
    String condition = "add " + parameter + " = '...' (or IN) to the query";
    String property = table.defaults().get(parameter);
    return property == null ? condition : condition + " or set the property " + property;
  }

  private static String boundText(ScanSpec spec) {
    List<Binding> bindings = spec.bindings().bindings();
    if (spec.bindings().columns().isEmpty() || bindings.isEmpty()) {
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
