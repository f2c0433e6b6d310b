package dev.imago.calcite.plan;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.GuardedValue;
import dev.imago.calcite.rel.LookupJoin;
import dev.imago.core.read.Sharing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Finds the scans of a statement that may make the same calls: several scans of one table or of
 * tables that show parts of one list, and a scan that is run again for other left rows. They ask
 * for the same fields, so that equal calls are equal.
 */
final class ScanSharing {
  private final RelNode rel;
  private final Map<RelNode, Sharing> sharing;

  private ScanSharing(RelNode rel, Map<RelNode, Sharing> sharing) {
    this.rel = rel;
    this.sharing = sharing;
  }

  /** The statement with its shared scans made alike. */
  static ScanSharing of(RelNode statement) {
    List<ApiScan> scans = new ArrayList<>();
    collect(statement, scans);
    Map<RelNode, RelNode> replacements = new HashMap<>();
    Map<RelNode, Sharing> sharing = new HashMap<>();
    for (AlikeScans group : AlikeScans.groups(scans)) {
      for (ApiScan scan : group.scans()) {
        ApiScan wide = group.widened(scan);
        replacements.put(scan, AlikeScans.narrowed(wide, scan));
        sharing.put(wide, group.sharing(scan));
      }
    }
    RelNode rel = replaced(statement, replacements);
    addRepeated(rel, List.of(), sharing);
    return new ScanSharing(rel, sharing);
  }

  RelNode rel() {
    return rel;
  }

  /** A narrowed list is read whole for each value that it cannot be asked for. */
  Sharing of(ApiScan scan) {
    Sharing found = sharing.getOrDefault(scan, Sharing.NONE);
    return scan.spec().isNarrowed() ? new Sharing(found.rows(), true) : found;
  }

  private static void collect(RelNode rel, List<ApiScan> scans) {
    if (rel instanceof ApiScan scan) {
      scans.add(scan);
    }
    rel.getInputs().forEach(input -> collect(input, scans));
  }

  /**
   * Adds the scans below a node that are run again.
   *
   * @param lookups the lookup joins on whose right side the node stands
   */
  private static void addRepeated(
      RelNode rel, List<LookupJoin> lookups, Map<RelNode, Sharing> sharing) {
    if (rel instanceof ApiScan scan && lookups.stream().anyMatch(join -> repeats(scan, join))) {
      boolean answers = sharing.getOrDefault(scan, Sharing.NONE).answers();
      sharing.put(scan, new Sharing(true, answers));
    }
    for (RelNode input : rel.getInputs()) {
      List<LookupJoin> above = new ArrayList<>(lookups);
      if (rel instanceof LookupJoin join && input.equals(join.getRight())) {
        above.add(join);
      }
      addRepeated(input, above, sharing);
    }
  }

  /**
   * Each key of a lookup is read once; keys that differ only in what the calls do not take, or take
   * as a condition, repeat them.
   */
  private static boolean repeats(ApiScan scan, LookupJoin lookup) {
    return scan.spec().bindings().bindings().stream()
        .anyMatch(binding -> !taken(binding, lookup).equals(lookup.spec().keys()));
  }

  /** The columns of the key that stand in the calls as they are. */
  private static ImmutableBitSet taken(Binding binding, LookupJoin lookup) {
    ImmutableBitSet.Builder taken = ImmutableBitSet.builder();
    for (RexNode value : binding.values().values()) {
      if (GuardedValue.bare(value) instanceof RexFieldAccess access
          && access.getReferenceExpr() instanceof RexCorrelVariable left
          && left.id.equals(lookup.spec().variable())) {
        taken.set(access.getField().getIndex());
      }
    }
    return taken.build();
  }

  private static RelNode replaced(RelNode rel, Map<RelNode, RelNode> replacements) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(TableScan leaf) {
            return replacements.getOrDefault(leaf, leaf);
          }
        });
  }
}
