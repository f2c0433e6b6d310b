package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.Origins;
import dev.imago.calcite.schema.ApiTable;
import dev.imago.core.description.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptSchema;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Fills in a scan's missing parameter from its parent table, as a rewrite of the query: the scan
 * becomes a join with the parent on the columns that both have. The parent lists each of its keys
 * once, so the join gives each row once.
 */
final class Enumeration {
  private Enumeration() {}

  /**
   * The scan joined with its parent; empty when it has none, or none with the parameter.
   *
   * @param parameter what the scan lacks
   */
  static Optional<RelNode> overParent(ApiScan scan, String parameter) {
    Optional<ApiScan> parent = parentOf(scan);
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    List<String> shared =
        parent.get().spec().table().key().stream()
            .filter(column -> scan.spec().table().column(column).isPresent())
            .toList();
    return shared.contains(parameter)
        ? Optional.of(join(scan, parent.get(), shared))
        : Optional.empty();
  }

  private static Optional<ApiScan> parentOf(ApiScan scan) {
    RelOptSchema schema = scan.getTable().getRelOptSchema();
    Optional<TableReference> reference = scan.spec().table().parent();
    if (schema == null || reference.isEmpty()) {
      return Optional.empty();
    }
    RelOptTable table =
        schema.getTableForMember(
            List.of(
                scan.spec().table().provider(),
                reference.get().service(),
                reference.get().table()));
    if (table == null) {
      return Optional.empty();
    }
    ApiTable described = table.unwrap(ApiTable.class);
    return described == null
        ? Optional.empty()
        : Optional.of(ApiScan.of(scan.getCluster(), table, described.description()));
  }

  private static RelNode join(ApiScan scan, ApiScan parent, List<String> shared) {
    BindingSet bindings = scan.spec().bindings();
    Set<String> ofParent = new TreeSet<>(bindings.columns());
    ofParent.retainAll(shared);
    Set<String> own = new TreeSet<>(bindings.columns());
    own.removeAll(ofParent);

    // Alternatives over columns of both sides are not just the combinations of their parts.
    boolean isCombination = own.isEmpty() || ofParent.isEmpty() || bindings.bindings().size() == 1;
    List<String> needed = new ArrayList<>(shared);
    if (!isCombination) {
      needed.addAll(own);
    }
    Map<String, String> unless =
        scan.spec().table().parent().map(TableReference::unless).orElse(Map.of());
    ApiScan lister =
        parent
            .withColumns(Stream.concat(shared.stream(), unless.keySet().stream()).toList())
            .with(
                spec ->
                    spec.enumerating(
                        new Origins.Enumeration(shared, scan.spec().table().qualifiedName())));
    RelNode driver = without(unless, filtered(lister, bindings.only(ofParent)));
    ApiScan child =
        scan.withColumns(columnsWith(scan, needed)).with(s -> s.withBindings(bindings.only(own)));
    RelNode joined =
        LogicalJoin.create(
            driver, child, List.of(), equal(driver, child, shared), Set.of(), JoinRelType.INNER);
    RelNode rows =
        isCombination ? joined : Placement.filter(joined, List.of(condition(joined, bindings)));
    return project(rows, child, scan, driver.getRowType().getFieldCount());
  }

  /** The rows of the parent that have parts. */
  private static RelNode without(Map<String, String> unless, RelNode parent) {
    RexBuilder rexBuilder = parent.getCluster().getRexBuilder();
    List<RexNode> conditions = new ArrayList<>();
    unless.forEach(
        (column, value) -> {
          int index = parent.getRowType().getFieldNames().indexOf(column);
          RelDataType type = parent.getRowType().getFieldList().get(index).getType();
          conditions.add(
              rexBuilder.makeCall(
                  SqlStdOperatorTable.IS_DISTINCT_FROM,
                  rexBuilder.makeInputRef(parent, index),
                  rexBuilder.makeLiteral(value, type)));
        });
    return Placement.filter(parent, conditions);
  }

  private static List<String> columnsWith(ApiScan scan, List<String> needed) {
    List<String> columns = new ArrayList<>(scan.getRowType().getFieldNames());
    needed.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    return columns;
  }

  private static RexNode equal(RelNode driver, RelNode child, List<String> shared) {
    RexBuilder rexBuilder = driver.getCluster().getRexBuilder();
    List<RexNode> conditions = new ArrayList<>();
    for (String column : shared) {
      int left = driver.getRowType().getFieldNames().indexOf(column);
      int right = child.getRowType().getFieldNames().indexOf(column);
      conditions.add(
          rexBuilder.makeCall(
              SqlStdOperatorTable.EQUALS,
              rexBuilder.makeInputRef(driver, left),
              rexBuilder.makeInputRef(
                  child.getRowType().getFieldList().get(right).getType(),
                  driver.getRowType().getFieldCount() + right)));
    }
    return RexUtil.composeConjunction(rexBuilder, conditions);
  }

  private static RelNode project(RelNode joined, ApiScan child, ApiScan scan, int driverWidth) {
    RexBuilder rexBuilder = joined.getCluster().getRexBuilder();
    List<RexNode> columns = new ArrayList<>();
    for (String column : scan.getRowType().getFieldNames()) {
      columns.add(
          rexBuilder.makeInputRef(
              joined, driverWidth + child.getRowType().getFieldNames().indexOf(column)));
    }
    return LogicalProject.create(
        joined, List.of(), columns, scan.getRowType().getFieldNames(), Set.of());
  }

  /** The parent's rows for the alternatives: bound where it can be called with them. */
  private static RelNode filtered(ApiScan parent, BindingSet alternatives) {
    Set<String> parameters = new TreeSet<>(alternatives.columns());
    parameters.removeIf(column -> !parent.spec().table().isParameter(column));
    boolean isBound = parameters.equals(alternatives.columns());
    ApiScan bound = parent.with(s -> s.withBindings(alternatives.only(parameters)));
    return isBound ? bound : Placement.filter(bound, List.of(condition(bound, alternatives)));
  }

  /** The alternatives as a condition over the columns of a relation. */
  private static RexNode condition(RelNode rel, BindingSet alternatives) {
    RexBuilder rexBuilder = rel.getCluster().getRexBuilder();
    List<RexNode> any = new ArrayList<>();
    for (Binding binding : alternatives.bindings()) {
      List<RexNode> all = new ArrayList<>();
      binding
          .values()
          .forEach(
              (column, value) ->
                  all.add(
                      rexBuilder.makeCall(
                          SqlStdOperatorTable.EQUALS,
                          rexBuilder.makeInputRef(
                              rel, rel.getRowType().getFieldNames().indexOf(column)),
                          value)));
      any.add(RexUtil.composeConjunction(rexBuilder, all));
    }
    return RexUtil.composeDisjunction(rexBuilder, any);
  }
}
