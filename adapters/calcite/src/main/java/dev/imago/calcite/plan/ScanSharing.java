package dev.imago.calcite.plan;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.LookupJoin;
import dev.imago.calcite.rel.PushedPredicate;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.ColumnDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Finds the scans of a statement that may make the same calls: several scans of one table, and one
 * that is run again for other left rows. They ask for the same columns, so that equal calls are
 * equal.
 */
final class ScanSharing {
  private static final Pattern LEFT_ROW = Pattern.compile("\\$cor\\d+");

  private final RelNode rel;
  private final Set<RelNode> shared;

  private ScanSharing(RelNode rel, Set<RelNode> shared) {
    this.rel = rel;
    this.shared = shared;
  }

  /** The statement with its shared scans made alike. */
  static ScanSharing of(RelNode statement) {
    Map<String, List<ApiScan>> byTable = new HashMap<>();
    collect(statement, byTable);
    Map<RelNode, RelNode> widened = new HashMap<>();
    for (List<ApiScan> scans : byTable.values()) {
      if (scans.size() > 1) {
        List<ColumnDescription> columns = columns(scans);
        scans.forEach(scan -> widened.put(scan, widened(relaxed(scan, scans), columns)));
      }
    }
    RelNode rel = replaced(statement, widened);
    Set<RelNode> shared = new HashSet<>();
    mark(rel, byTable, List.of(), shared);
    return new ScanSharing(rel, shared);
  }

  RelNode rel() {
    return rel;
  }

  boolean isShared(ApiScan scan) {
    return shared.contains(scan);
  }

  private static void collect(RelNode rel, Map<String, List<ApiScan>> byTable) {
    if (rel instanceof ApiScan scan) {
      byTable.computeIfAbsent(alike(scan.spec()), key -> new ArrayList<>()).add(scan);
    }
    rel.getInputs().forEach(input -> collect(input, byTable));
  }

  /** Scans with another order or limit make other calls. */
  private static String alike(ScanSpec spec) {
    return spec.table().qualifiedName() + spec.order() + spec.limit();
  }

  /**
   * Marks the scans below a node.
   *
   * @param lookups the lookup joins on whose right side the node stands
   */
  private static void mark(
      RelNode rel,
      Map<String, List<ApiScan>> byTable,
      List<LookupJoin> lookups,
      Set<RelNode> shared) {
    if (rel instanceof ApiScan scan
        && (byTable.getOrDefault(alike(scan.spec()), List.of()).size() > 1
            || lookups.stream().anyMatch(lookup -> repeats(scan, lookup)))) {
      shared.add(scan);
    }
    for (RelNode input : rel.getInputs()) {
      List<LookupJoin> above = new ArrayList<>(lookups);
      if (rel instanceof LookupJoin join && input.equals(join.getRight())) {
        above.add(join);
      }
      mark(input, byTable, above, shared);
    }
  }

  /** Each key of a lookup is read once; a scan that ignores part of the key repeats itself. */
  private static boolean repeats(ApiScan scan, LookupJoin lookup) {
    ImmutableBitSet.Builder used = ImmutableBitSet.builder();
    for (Binding binding : scan.spec().bindings().bindings()) {
      for (RexNode value : binding.values().values()) {
        value.accept(
            new RexVisitorImpl<Void>(true) {
              @Override
              public Void visitFieldAccess(RexFieldAccess access) {
                if (access.getReferenceExpr() instanceof RexCorrelVariable left
                    && left.id.equals(lookup.spec().variable())) {
                  used.set(access.getField().getIndex());
                }
                return super.visitFieldAccess(access);
              }
            });
      }
    }
    return !used.build().equals(lookup.spec().keys());
  }

  /**
   * Asks for no less than the others that may make the same calls do: one list that all of them
   * read is less than several filtered ones.
   */
  private static ApiScan relaxed(ApiScan scan, List<ApiScan> scans) {
    ScanSpec spec = scan.spec();
    List<PushedPredicate> common = new ArrayList<>(spec.predicates());
    for (ApiScan other : scans) {
      if (calls(other.spec()).equals(calls(spec))) {
        common.retainAll(other.spec().predicates());
      }
    }
    return scan.with(
        spec.withPredicates(
            spec.predicates().stream()
                .filter(predicate -> predicate.isExact() || common.contains(predicate))
                .toList()));
  }

  /** The calls, whichever left row their values come from. */
  private static String calls(ScanSpec spec) {
    return LEFT_ROW.matcher(String.valueOf(spec.reads())).replaceAll("");
  }

  private static List<ColumnDescription> columns(List<ApiScan> scans) {
    Set<ColumnDescription> wanted = new LinkedHashSet<>();
    scans.forEach(scan -> wanted.addAll(scan.spec().columns()));
    return scans.get(0).spec().table().readableColumns().stream().filter(wanted::contains).toList();
  }

  private static RelNode widened(ApiScan scan, List<ColumnDescription> columns) {
    if (scan.spec().columns().equals(columns)) {
      return scan;
    }
    ApiScan wide = scan.withColumns(columns.stream().map(ColumnDescription::name).toList());
    List<RexNode> own = new ArrayList<>();
    for (ColumnDescription column : scan.spec().columns()) {
      own.add(scan.getCluster().getRexBuilder().makeInputRef(wide, columns.indexOf(column)));
    }
    return LogicalProject.create(wide, List.of(), own, scan.getRowType().getFieldNames(), Set.of());
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
