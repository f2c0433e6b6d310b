package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.read.KeyFilter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexLiteral;

/**
 * What is known, before anything is read, about how many rows a relation has and how many call
 * chains read it. No statistics: only rows that the query writes, gets, which give one row at most,
 * a LIMIT, and the alternatives that the query names.
 */
final class KnownCounts {
  /** About as many keys as a filtered list takes: its URL stays under 2,000 characters. */
  private static final long KEYS_IN_A_FILTER = 30;

  private final ReadChoice choice;
  private final NarrowedLists narrowed;

  KnownCounts(ReadChoice choice, NarrowedLists narrowed) {
    this.choice = choice;
    this.narrowed = narrowed;
  }

  /**
   * The most rows that a relation can have for one value of each known column.
   *
   * @param known output columns
   * @return empty when nothing bounds them
   */
  OptionalLong mostRows(RelNode rel, Set<Integer> known) {
    if (rel instanceof Values values) {
      return OptionalLong.of(values.getTuples().size());
    }
    if (rel instanceof ApiScan scan) {
      return get(scan, known).isPresent()
          ? OptionalLong.of(alternatives(scan, known).bindings().size())
          : OptionalLong.empty();
    }
    if (rel instanceof Sort sort && sort.fetch != null) {
      return sort.fetch instanceof RexLiteral fetch
          ? OptionalLong.of(RexLiteral.intValue(fetch))
          : OptionalLong.empty();
    }
    if (rel instanceof Aggregate aggregate) {
      return mostGroups(aggregate, known);
    }
    if (rel instanceof SetOp) {
      return rel.getInputs().stream()
          .map(input -> mostRows(input, known))
          .reduce(OptionalLong.of(0), KnownCounts::sum);
    }
    return rel instanceof Filter || rel instanceof Project || rel instanceof Sort
        ? mostRows(rel.getInput(0), below(rel, known))
        : OptionalLong.empty();
  }

  private OptionalLong mostGroups(Aggregate aggregate, Set<Integer> known) {
    if (aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      return OptionalLong.empty();
    }
    return aggregate.getGroupCount() == 0
        ? OptionalLong.of(1)
        : mostRows(aggregate.getInput(), below(aggregate, known));
  }

  /**
   * How many call chains read a relation once, for one value of each known column. Gets of one
   * parent count as the filtered lists that they become.
   *
   * @return 0 for a relation that is no more than written rows; 1 where it is more than one scan,
   *     since nothing can be saved there
   */
  long calls(RelNode rel, Set<Integer> known) {
    return calls(rel, known, Set.of(), 1);
  }

  /**
   * Whether reading a relation by keys of the rows before it is better than reading it once: with
   * fewer calls, or with as many gets or narrower lists as there would be whole lists.
   *
   * @param rows the most rows before it; empty when nothing bounds them
   * @param pinned the output columns that have one value known before any row is read
   * @param keys the output columns that the rows give
   */
  boolean isBetterByKey(OptionalLong rows, RelNode rel, Set<Integer> pinned, Set<Integer> keys) {
    if (rows.isEmpty() || keys.isEmpty()) {
      return false;
    }
    Set<Integer> known = new LinkedHashSet<>(pinned);
    known.addAll(keys);
    long once = calls(rel, pinned);
    long byKey = calls(rel, pinned, keys, rows.getAsLong());
    boolean becomesGet = mostRows(rel, pinned).isEmpty() && mostRows(rel, known).isPresent();
    return byKey < once || (byKey == once && (becomesGet || isNarrowed(rel, known, keys)));
  }

  private boolean isNarrowed(RelNode rel, Set<Integer> known, Set<Integer> keys) {
    return keys.stream()
        .anyMatch(
            key -> {
              Set<Integer> others = new LinkedHashSet<>(known);
              others.remove(key);
              return narrowed.narrows(rel, key, others);
            });
  }

  /** The rows of a join, at most; empty when those of a side are not bounded. */
  static OptionalLong joined(OptionalLong some, OptionalLong others) {
    return some.isPresent() && others.isPresent()
        ? OptionalLong.of(product(some.getAsLong(), others.getAsLong()))
        : OptionalLong.empty();
  }

  private static OptionalLong sum(OptionalLong some, OptionalLong others) {
    return some.isPresent() && others.isPresent()
        ? OptionalLong.of(some.getAsLong() + others.getAsLong())
        : OptionalLong.empty();
  }

  /** Never overflows: beyond two billions it does not matter how many there are. */
  private static long product(long some, long others) {
    return Math.min(some, Integer.MAX_VALUE) * Math.min(others, Integer.MAX_VALUE);
  }

  /**
   * The calls for a number of rows.
   *
   * @param keys the columns that each row gives another value of
   */
  private long calls(RelNode rel, Set<Integer> pinned, Set<Integer> keys, long rows) {
    if (rel instanceof ApiScan scan) {
      return calls(scan, pinned, keys, rows);
    }
    if (rel instanceof Values) {
      return 0;
    }
    return rel instanceof Filter
            || rel instanceof Project
            || rel instanceof Sort
            || rel instanceof Aggregate
        ? calls(rel.getInput(0), below(rel, pinned), below(rel, keys), rows)
        : 1;
  }

  private long calls(ApiScan scan, Set<Integer> pinned, Set<Integer> keys, long rows) {
    Set<Integer> known = new LinkedHashSet<>(pinned);
    known.addAll(keys);
    BindingSet alternatives = alternatives(scan, known);
    long reads = product(makesCalls(scan, known, keys) ? rows : 1, alternatives.bindings().size());
    return get(scan, known)
        .flatMap(get -> KeyFilter.of(scan.spec().table(), get.parameters()))
        .map(filter -> filteredLists(scan, filter, keys, alternatives, rows))
        .orElse(reads);
  }

  /** Whether each row may make calls of its own: what narrows a list goes with one call of all. */
  private boolean makesCalls(ApiScan scan, Set<Integer> known, Set<Integer> keys) {
    Set<String> bound = new TreeSet<>(scan.spec().bindings().columns());
    bound.addAll(names(scan, known));
    Optional<String> filtered =
        choice
            .readFor(scan.spec(), bound)
            .flatMap(read -> KeyFilter.ofList(scan.spec().table(), read, bound))
            .map(KeyFilter::column);
    return filtered.isEmpty() || !Set.of(filtered.get()).equals(names(scan, keys));
  }

  /** Where the rows give the parent of a get, each may give another one. */
  private static long filteredLists(
      ApiScan scan, KeyFilter filter, Set<Integer> keys, BindingSet alternatives, long rows) {
    Set<String> ofParent = Set.copyOf(filter.list().parameters());
    long parents = alternatives.only(ofParent).bindings().size();
    boolean rowsGiveParent = names(scan, keys).stream().anyMatch(ofParent::contains);
    if (parents == 0) {
      return 0;
    }
    long gets = product(rows, alternatives.bindings().size());
    return rowsGiveParent ? product(rows, parents) : parents * lists(gets, parents);
  }

  private static long lists(long gets, long parents) {
    long keysInList = parents * KEYS_IN_A_FILTER;
    return (gets + keysInList - 1) / keysInList;
  }

  /** The columns below a node; no value gets below a LIMIT. */
  private static Set<Integer> below(RelNode rel, Set<Integer> known) {
    if (rel instanceof Sort sort && (sort.fetch != null || sort.offset != null)) {
      return Set.of();
    }
    Optional<Passage> passage = Passage.of(rel);
    if (passage.isEmpty()) {
      return known;
    }
    Set<Integer> below = new LinkedHashSet<>();
    known.forEach(column -> passage.get().below(column).ifPresent(below::add));
    return below;
  }

  private Optional<ReadMethod> get(ApiScan scan, Set<Integer> known) {
    Set<String> bound = new TreeSet<>(scan.spec().bindings().columns());
    bound.addAll(names(scan, known));
    return choice.readFor(scan.spec(), bound).filter(read -> read.kind() == ReadMethod.Kind.GET);
  }

  /** The alternatives that are left when the known columns have one value each. */
  private static BindingSet alternatives(ApiScan scan, Set<Integer> known) {
    Set<String> open = new TreeSet<>(scan.spec().bindings().columns());
    open.removeAll(names(scan, known));
    return scan.spec().bindings().only(open);
  }

  /** The names that bindings of the columns have. */
  private static Set<String> names(ApiScan scan, Set<Integer> columns) {
    Set<String> names = new TreeSet<>();
    columns.forEach(
        column ->
            names.add(
                Placement.bound(scan.spec().table(), scan.spec().columns().get(column).name())));
    return names;
  }
}
