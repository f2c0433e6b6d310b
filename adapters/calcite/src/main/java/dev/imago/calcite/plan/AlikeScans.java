package dev.imago.calcite.plan;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.PushedPredicate;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.read.Sharing;
import dev.imago.core.row.ColumnOrigin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexNode;

/** Several scans of a statement, each of which may make the same call as another one of them. */
final class AlikeScans {
  private final List<ApiScan> scans;
  private final Function<ApiScan, PlannedCalls> calls;

  /** The fields of the answers that some scan wants. */
  private final Set<String> fields = new HashSet<>();

  private AlikeScans(List<ApiScan> scans, Function<ApiScan, PlannedCalls> calls) {
    this.scans = List.copyOf(scans);
    this.calls = calls;
    for (ApiScan scan : scans) {
      scan.spec().columns().forEach(column -> field(scan, column).ifPresent(fields::add));
    }
  }

  /** The groups of two scans and more. */
  static List<AlikeScans> groups(List<ApiScan> scans) {
    Map<ApiScan, PlannedCalls> planned =
        new LinkedHashSet<>(scans)
            .stream()
                .collect(Collectors.toMap(Function.identity(), s -> PlannedCalls.of(s.spec())));
    Function<ApiScan, PlannedCalls> calls = scan -> Objects.requireNonNull(planned.get(scan));
    List<AlikeScans> groups = new ArrayList<>();
    List<ApiScan> rest = new ArrayList<>(scans);
    while (!rest.isEmpty()) {
      List<ApiScan> group = group(rest, calls);
      if (group.size() > 1) {
        groups.add(new AlikeScans(group, calls));
      }
    }
    return groups;
  }

  /** Takes the first scan out of the rest, and all that it is tied to, be it through others. */
  private static List<ApiScan> group(List<ApiScan> rest, Function<ApiScan, PlannedCalls> calls) {
    List<ApiScan> group = new ArrayList<>();
    Deque<ApiScan> found = new ArrayDeque<>(List.of(rest.remove(0)));
    while (!found.isEmpty()) {
      ApiScan scan = found.removeFirst();
      group.add(scan);
      List<ApiScan> tied =
          rest.stream().filter(other -> calls.apply(scan).mayMeet(calls.apply(other))).toList();
      found.addAll(tied);
      rest.removeAll(tied);
    }
    return group;
  }

  List<ApiScan> scans() {
    return scans;
  }

  /**
   * What a scan may share with the others. Rows are those of equal requests; where tables differ,
   * or what is bound besides the parameters of the call, the answers alone are equal.
   */
  Sharing sharing(ApiScan scan) {
    long ofTable = scans.stream().filter(other -> isSameTable(other, scan)).count();
    return new Sharing(
        ofTable > 1, scans.stream().flatMap(AlikeScans::rowSets).distinct().count() > 1);
  }

  /** The kinds of rows that the reads of a scan give: of a table, with a value for some columns. */
  private static Stream<List<Object>> rowSets(ApiScan scan) {
    return scan.spec().reads().stream()
        .flatMap(List::stream)
        .map(
            read -> List.of(scan.spec().table().qualifiedName(), read.binding().values().keySet()));
  }

  private static boolean isSameTable(ApiScan one, ApiScan other) {
    return one.spec().table().qualifiedName().equals(other.spec().table().qualifiedName());
  }

  /** The scan with the conditions that all have in common, and with all fields. */
  ApiScan widened(ApiScan scan) {
    List<ColumnDescription> columns = columns(scan);
    ApiScan relaxed = relaxed(scan);
    return scan.spec().columns().equals(columns)
        ? relaxed
        : relaxed.withColumns(columns.stream().map(ColumnDescription::name).toList());
  }

  /**
   * Asks for no less than the others that make the same calls do: one list that all of them read is
   * less than several filtered ones.
   */
  private ApiScan relaxed(ApiScan scan) {
    ScanSpec spec = scan.spec();
    List<PushedPredicate> common = new ArrayList<>(spec.predicates());
    for (ApiScan other : scans) {
      if (calls.apply(other).isSame(calls.apply(scan))) {
        common.retainAll(other.spec().predicates());
      }
    }
    return scan.with(
        spec.withPredicates(
            spec.predicates().stream()
                .filter(predicate -> predicate.isExact() || common.contains(predicate))
                .toList()));
  }

  /** The columns of all scans of the table, and one for each field that other tables want. */
  private List<ColumnDescription> columns(ApiScan scan) {
    Set<ColumnDescription> wanted = new LinkedHashSet<>();
    scans.stream()
        .filter(other -> isSameTable(other, scan))
        .forEach(other -> wanted.addAll(other.spec().columns()));
    Set<String> missing = new HashSet<>(fields);
    wanted.forEach(column -> field(scan, column).ifPresent(missing::remove));
    List<ColumnDescription> readable = scan.spec().table().readableColumns();
    for (ColumnDescription column : readable) {
      if (field(scan, column).filter(missing::remove).isPresent()) {
        wanted.add(column);
      }
    }
    return readable.stream().filter(wanted::contains).toList();
  }

  /** The field of the answers that holds a column; empty when the request or a scope says it. */
  private static Optional<String> field(ApiScan scan, ColumnDescription column) {
    Optional<PlannedRead> read = scan.spec().reads().stream().flatMap(List::stream).findFirst();
    return read.map(
            first ->
                ColumnOrigin.of(
                    column, first.method().scope(), Map.copyOf(first.binding().values())))
        .filter(ColumnOrigin.FromField.class::isInstance)
        .map(origin -> ((ColumnOrigin.FromField) origin).topField());
  }

  /** The columns of a scan, out of its wider form. */
  static RelNode narrowed(ApiScan wide, ApiScan scan) {
    if (wide.spec().columns().equals(scan.spec().columns())) {
      return wide;
    }
    List<RexNode> own = new ArrayList<>();
    for (ColumnDescription column : scan.spec().columns()) {
      int index = wide.spec().columns().indexOf(column);
      own.add(scan.getCluster().getRexBuilder().makeInputRef(wide, index));
    }
    return LogicalProject.create(wide, List.of(), own, scan.getRowType().getFieldNames(), Set.of());
  }
}
