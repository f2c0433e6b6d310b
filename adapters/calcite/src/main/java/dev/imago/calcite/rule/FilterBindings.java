package dev.imago.calcite.rule;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rule.BindingExtraction.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;

/**
 * What a condition over a scan binds, and what of the condition the bindings do not say.
 *
 * @param bindings those of the scan and those of the condition
 * @param conjuncts how many parts the condition had
 * @param residual the parts that must still be asked of every row
 */
public record FilterBindings(BindingSet bindings, int conjuncts, List<RexNode> residual) {
  public FilterBindings {
    residual = List.copyOf(residual);
  }

  /** The bindings of a condition. */
  public static FilterBindings of(RexNode condition, ApiScan scan) {
    BindingExtraction extraction =
        new BindingExtraction(
            scan.spec().table(),
            scan.spec().columns(),
            scan.getRowType().getFieldList().stream().map(RelDataTypeField::getType).toList(),
            scan.getCluster().getRexBuilder());
    BindingSet bindings = scan.spec().bindings();
    List<RexNode> residual = new ArrayList<>();
    List<RexNode> conjuncts = RelOptUtil.conjunctions(condition);
    for (RexNode conjunct : conjuncts) {
      Optional<Extraction> extracted = extraction.extract(conjunct);
      Optional<BindingSet> both = extracted.map(Extraction::bindings).flatMap(bindings::and);
      bindings = both.orElse(bindings);
      if (both.isEmpty() || !extracted.get().exact()) {
        residual.add(conjunct);
      }
    }
    return new FilterBindings(bindings, conjuncts.size(), residual);
  }
}
