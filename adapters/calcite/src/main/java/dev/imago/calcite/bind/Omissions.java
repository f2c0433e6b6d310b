package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalValues;

/** Leaves out the rows that a statement can do without, and says which. */
final class Omissions {
  private final List<String> texts = new ArrayList<>();

  /** Everything that was left out, in words, each once. */
  List<String> texts() {
    return texts.stream().distinct().toList();
  }

  /** The tree without the rows of one such scan; empty when there is none among what lacks. */
  Optional<RelNode> without(RelNode rel, List<Need> lacking) {
    return lacking.stream()
        .filter(Omissions::mayGo)
        .findFirst()
        .map(Need::scan)
        .map(scan -> leftOut(rel, scan));
  }

  private static boolean mayGo(Need need) {
    return need.scan().spec().omission().stream()
        .anyMatch(omission -> omission.parameter().equals(need.parameter()));
  }

  private RelNode leftOut(RelNode rel, ApiScan scan) {
    scan.spec().omission().ifPresent(omission -> texts.add(omission.of(scan.spec().table())));
    return Binder.replaced(
        rel, scan, LogicalValues.createEmpty(scan.getCluster(), scan.getRowType()));
  }
}
