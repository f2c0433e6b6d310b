package dev.imago.calcite.explain;

import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.rel.Origins;
import dev.imago.calcite.rel.ScanSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * The defaults of the connection that a statement uses. A default that one scan lacked may stand in
 * another one: that whose rows the first is looked up by.
 *
 * @param moved those of scans that take the values from another scan's rows
 */
record Defaults(List<Origins.Default> moved) {
  Defaults {
    moved = List.copyOf(moved);
  }

  /** Those of a whole plan. */
  static Defaults of(RelNode plan) {
    List<Origins.Default> moved = new ArrayList<>();
    collect(plan, moved);
    return new Defaults(moved);
  }

  private static void collect(RelNode rel, List<Origins.Default> moved) {
    if (rel instanceof EnumerableApiScan scan) {
      scan.spec()
          .origins()
          .defaults()
          .forEach(
              (parameter, standIn) -> {
                if (!areLiterals(values(scan.spec(), parameter))) {
                  moved.add(standIn);
                }
              });
    }
    rel.getInputs().forEach(input -> collect(input, moved));
  }

  /** Where the values of a column come from; empty when they are the query's own. */
  Optional<String> source(ScanSpec spec, String column) {
    List<RexNode> values = values(spec, column);
    if (!areLiterals(values)) {
      return Optional.empty();
    }
    Origins.Default own = spec.origins().defaults().get(column);
    return own != null
        ? Optional.of(own.source())
        : moved.stream()
            .filter(standIn -> standIn.source().equals(spec.table().defaults().get(column)))
            .filter(standIn -> standIn.values().containsAll(values))
            .map(Origins.Default::source)
            .findFirst();
  }

  private static List<RexNode> values(ScanSpec spec, String column) {
    return spec.bindings().valuesOf(column);
  }

  private static boolean areLiterals(Collection<RexNode> values) {
    return values.stream().allMatch(RexLiteral.class::isInstance);
  }
}
