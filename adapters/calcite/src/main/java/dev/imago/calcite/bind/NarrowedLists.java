package dev.imago.calcite.bind;

import dev.imago.calcite.exec.Reach;
import dev.imago.calcite.rel.ApiScan;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.read.KeyFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;

/**
 * Finds the columns whose value a lookup gives to a list that needs it not, so that fewer rows
 * come: {@code family} of a project's images, where the rows before say which families are wanted.
 *
 * <p>It is to make no call more. The values of all left rows go into one call for each of the
 * list's parents, so the rows are few enough to be read ahead of the first call; where the API's
 * filter does not take them all, the list is read whole, and once while its answer is small enough
 * to be kept. The list is not narrowed where another table of the statement may share it, nor below
 * a LIMIT, which may need the first left row alone.
 */
final class NarrowedLists {
  private final ReadChoice choice;
  private final Set<String> tables;

  private NarrowedLists(ReadChoice choice, Set<String> tables) {
    this.choice = choice;
    this.tables = Set.copyOf(tables);
  }

  /** None. */
  static NarrowedLists none(ReadChoice choice) {
    return new NarrowedLists(choice, Set.of());
  }

  /** Those of a statement. */
  static NarrowedLists of(RelNode statement, ReadChoice choice) {
    List<ApiScan> scans = new ArrayList<>();
    Set<ApiScan> whole = new HashSet<>();
    collect(statement, false, scans, whole);
    Set<String> tables = new TreeSet<>();
    for (ApiScan scan : scans) {
      boolean isAlone = scans.stream().filter(other -> mayShare(other, scan)).count() == 1;
      if (isAlone && whole.contains(scan)) {
        tables.add(scan.spec().table().qualifiedName());
      }
    }
    return new NarrowedLists(choice, tables);
  }

  /**
   * Collects the scans below a node.
   *
   * @param mayStop whether perhaps not all rows of the node are read
   * @param whole takes those of which all rows are read
   */
  private static void collect(
      RelNode rel, boolean mayStop, List<ApiScan> scans, Set<ApiScan> whole) {
    if (rel instanceof ApiScan scan) {
      scans.add(scan);
      if (!mayStop) {
        whole.add(scan);
      }
    }
    for (int input = 0; input < rel.getInputs().size(); input++) {
      collect(rel.getInput(input), mayStopInput(rel, input, mayStop), scans, whole);
    }
  }

  private static boolean mayStopInput(RelNode rel, int input, boolean mayStop) {
    if (rel instanceof Sort sort) {
      return sort.getCollation().getFieldCollations().isEmpty() && (mayStop || sort.fetch != null);
    }
    boolean isPartner = (rel instanceof Join || rel instanceof Correlate) && input == 1;
    return (mayStop && !(rel instanceof Aggregate))
        || (isPartner && rel instanceof Correlate)
        || (isPartner && rel instanceof Join join && !join.getJoinType().projectsRight());
  }

  private static boolean mayShare(ApiScan one, ApiScan other) {
    TableDescription table = one.spec().table();
    TableDescription others = other.spec().table();
    return table.provider().equals(others.provider())
        && table.service().equals(others.service())
        && table.reads().stream()
            .map(ReadMethod::call)
            .anyMatch(call -> others.reads().stream().anyMatch(read -> read.call().equals(call)));
  }

  /**
   * The column of a relation whose values narrow the lists that read it.
   *
   * @param rows the most rows before the relation; empty when nothing bounds them
   * @param known the output columns that have a value anyway
   * @param given the output columns that the rows before could give a value of
   */
  Optional<Integer> column(OptionalLong rows, RelNode rel, Set<Integer> known, Set<Integer> given) {
    return rows.isPresent() && rows.getAsLong() <= Reach.MANY_KEYS
        ? given.stream()
            .filter(column -> !known.contains(column) && narrows(rel, column, known))
            .findFirst()
        : Optional.empty();
  }

  /**
   * Whether a value of an output column narrows the lists that read a relation.
   *
   * @param known the output columns that have a value besides
   */
  boolean narrows(RelNode rel, int column, Set<Integer> known) {
    if (rel instanceof ApiScan scan) {
      return narrows(scan, column, known);
    }
    if (rel instanceof Filter) {
      return narrows(rel.getInput(0), column, known);
    }
    if (!(rel instanceof Project project) || project.containsOver()) {
      return false;
    }
    Passage passage = Passage.of(project).orElseThrow();
    Set<Integer> below = new LinkedHashSet<>();
    known.forEach(other -> passage.below(other).ifPresent(below::add));
    return passage.below(column).filter(own -> narrows(project.getInput(), own, below)).isPresent();
  }

  private boolean narrows(ApiScan scan, int column, Set<Integer> known) {
    TableDescription table = scan.spec().table();
    String name = scan.spec().columns().get(column).name();
    Set<String> bound = new TreeSet<>(scan.spec().bindings().columns());
    known.forEach(
        other -> bound.add(Placement.bound(table, scan.spec().columns().get(other).name())));
    return tables.contains(table.qualifiedName())
        && table.parameter(name).isEmpty()
        && scan.spec().columns().get(column).type() == ColumnType.Scalar.VARCHAR
        && bound.add(name)
        && choice
            .readFor(scan.spec(), bound)
            .flatMap(read -> KeyFilter.ofList(table, read, bound))
            .filter(filter -> filter.column().equals(name))
            .isPresent();
  }
}
