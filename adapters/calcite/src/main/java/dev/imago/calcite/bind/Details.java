package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ReadMethod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Gives a scan the columns that only a get answers, as a rewrite of the query: the table is listed,
 * and joined with itself on its key. Conditions on what the list answers are decided before any get
 * is made.
 */
final class Details {
  private Details() {}

  /**
   * The list joined with its rows' gets; empty when a list answers all columns of the scan, or when
   * every list needs the parameter too, so that its rows cannot give it.
   *
   * @param missing the parameter that the scan lacks
   */
  static Optional<RelNode> ofListed(ApiScan scan, String missing) {
    List<ReadMethod> lists =
        scan.spec().table().reads().stream()
            .filter(read -> read.kind() == ReadMethod.Kind.LIST)
            .toList();
    Set<String> lacked = new TreeSet<>();
    lists.forEach(read -> lacked.addAll(read.lacks()));
    List<String> columns = scan.spec().columns().stream().map(ColumnDescription::name).toList();
    return columns.stream().noneMatch(lacked::contains)
            || lists.stream().allMatch(read -> read.parameters().contains(missing))
        ? Optional.empty()
        : Optional.of(join(scan, columns, lacked));
  }

  private static RelNode join(ApiScan scan, List<String> columns, Set<String> lacked) {
    List<String> key = scan.spec().table().key();
    Set<String> listed = new LinkedHashSet<>(key);
    Set<String> got = new LinkedHashSet<>(key);
    columns.forEach(column -> (lacked.contains(column) ? got : listed).add(column));
    ApiScan list = scan.withColumns(List.copyOf(listed));
    ApiScan get =
        scan.withColumns(List.copyOf(got)).with(spec -> spec.withBindings(BindingSet.UNBOUND));
    int listWidth = list.getRowType().getFieldCount();
    RexBuilder rexBuilder = scan.getCluster().getRexBuilder();
    List<RexNode> equal = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      equal.add(
          rexBuilder.makeCall(
              SqlStdOperatorTable.EQUALS,
              rexBuilder.makeInputRef(list, i),
              rexBuilder.makeInputRef(
                  get.getRowType().getFieldList().get(i).getType(), listWidth + i)));
    }
    RelNode joined =
        LogicalJoin.create(
            list,
            get,
            List.of(),
            RexUtil.composeConjunction(rexBuilder, equal),
            Set.of(),
            JoinRelType.INNER);
    List<String> ofList = list.getRowType().getFieldNames();
    List<String> ofGet = get.getRowType().getFieldNames();
    List<RexNode> outputs = new ArrayList<>();
    for (String column : columns) {
      int position =
          lacked.contains(column) ? listWidth + ofGet.indexOf(column) : ofList.indexOf(column);
      outputs.add(rexBuilder.makeInputRef(joined, position));
    }
    return LogicalProject.create(joined, List.of(), outputs, columns, Set.of());
  }
}
