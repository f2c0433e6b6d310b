package dev.imago.calcite.explain;

import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.rel.GuardedValue;
import dev.imago.calcite.rel.LiteralValue;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.PushedLimit;
import dev.imago.calcite.rel.PushedPredicate;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.read.BindingExpansion;
import dev.imago.core.read.KeyFilter;
import dev.imago.core.read.Placeholder;
import dev.imago.core.read.Predicate;
import dev.imago.core.read.ReadRequest;
import dev.imago.core.read.Sharing;
import dev.imago.core.read.TableReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexNode;

/** Prints a scan: its table, how it is read, the request that it sends, and what was pushed. */
final class ScanText {
  /** Of more values of a column only the first are shown. */
  private static final int MOST_VALUES = 5;

  private static final Placeholder ANOTHER_KEY = new Placeholder("...");

  private final TableReader reader;
  private final LeftRows lefts;

  /**
   * A printer of scans.
   *
   * @param lefts the names of the left rows of the joins above
   */
  ScanText(TableReader reader, LeftRows lefts) {
    this.reader = reader;
    this.lefts = lefts;
  }

  /** {@code table method: GET url, and 3 more like it; bound: ...; asks for: ...}. */
  String line(EnumerableApiScan scan) {
    ScanSpec spec = scan.spec();
    RexText rex = new RexText(List.of(), lefts, scan.getCluster().getRexBuilder());
    List<PlannedRead> reads = spec.reads().orElseThrow();
    String table = spec.table().qualifiedName();
    if (reads.isEmpty()) {
      return table + ": no call";
    }
    List<ReadRequest> requests =
        reader.group(reads.stream().flatMap(read -> request(spec, read, rex).stream()).toList());
    if (requests.isEmpty()) {
      return table + ": no call, because no row can have these values";
    }
    ReadRequest first = requests.get(0);
    StringJoiner line = new StringJoiner("; ");
    line.add(
        table
            + " "
            + method(first.method())
            + ": "
            + reader.describe(first)
            + (requests.size() == 1 ? "" : ", and " + (requests.size() - 1) + " more like it"));
    spec.gathering().ifPresent(keys -> line.add("several at once: " + gathered(first, keys)));
    addPushed(spec, reader.asked(first), rex, line);
    if (!scan.sharing().equals(Sharing.NONE)) {
      line.add("shared");
    }
    return line.toString();
  }

  /** What one get and another of the same parent become, when they are asked for together. */
  private String gathered(ReadRequest get, KeyFilter keys) {
    Map<String, Object> another = new TreeMap<>(get.bindings());
    another.put(keys.column(), ANOTHER_KEY);
    ReadRequest list =
        reader
            .group(
                List.of(
                    get,
                    new ReadRequest(
                        get.table(),
                        get.method(),
                        another,
                        get.alternatives(),
                        get.predicates(),
                        get.columns(),
                        get.order(),
                        get.limit())))
            .get(0);
    return method(list.method()) + ": " + reader.describe(list);
  }

  private static String method(ReadMethod method) {
    return method.name() + (method.kind() == ReadMethod.Kind.WIDER ? " (wider)" : "");
  }

  /** A condition that is not sent is left to the filter above; an exact one has none. */
  private static void addPushed(
      ScanSpec spec, List<Predicate> asked, RexText rex, StringJoiner line) {
    if (!spec.bindings().columns().isEmpty()) {
      line.add("bound: " + bound(spec, rex));
    }
    String sent =
        spec.predicates().stream()
            .filter(predicate -> predicate.isExact() || asked.contains(asked(predicate, rex)))
            .map(predicate -> predicate(predicate, rex))
            .collect(Collectors.joining(" AND "));
    if (!sent.isEmpty()) {
      line.add("asks for: " + sent);
    }
    if (!spec.order().isEmpty()) {
      line.add(
          "order: "
              + spec.order().stream().map(OrderTerm::toString).collect(Collectors.joining(", ")));
    }
    spec.limit().ifPresent(limit -> line.add("limit: " + limit(limit, rex)));
  }

  private static String limit(PushedLimit limit, RexText rex) {
    RexNode offset = limit.offset();
    return rex.of(limit.fetch()) + (offset == null ? "" : " after " + rex.of(offset));
  }

  /** Column by column; combinations of several columns are counted. */
  private static String bound(ScanSpec spec, RexText rex) {
    List<Binding> alternatives = spec.bindings().bindings();
    StringJoiner columns = new StringJoiner(" AND ");
    for (String column : new TreeSet<>(spec.bindings().columns())) {
      List<String> values =
          alternatives.stream()
              .flatMap(binding -> Optional.ofNullable(binding.values().get(column)).stream())
              .map(rex::of)
              .distinct()
              .toList();
      columns.add(column + equal(values));
    }
    return columns.toString();
  }

  private static String equal(List<String> values) {
    if (values.size() == 1) {
      return " = " + values.get(0);
    }
    String shown = String.join(", ", values.subList(0, Math.min(MOST_VALUES, values.size())));
    String more =
        values.size() > MOST_VALUES ? ", and " + (values.size() - MOST_VALUES) + " more" : "";
    return " IN (" + shown + more + ")";
  }

  private static String predicate(PushedPredicate predicate, RexText rex) {
    List<String> values = predicate.values().stream().map(rex::of).toList();
    String text =
        predicate.comparison() == Comparison.EQUAL
            ? predicate.column() + equal(values)
            : predicate.column() + sign(predicate.comparison()) + values.get(0);
    return predicate.isExact() ? text : text + " (rechecked)";
  }

  private static String sign(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> " = ";
      case LESS -> " < ";
      case LESS_OR_EQUAL -> " <= ";
      case GREATER -> " > ";
      case GREATER_OR_EQUAL -> " >= ";
    };
  }

  private static Optional<ReadRequest> request(ScanSpec spec, PlannedRead read, RexText rex) {
    Map<String, Object> bound = new TreeMap<>();
    read.binding()
        .values()
        .forEach((column, value) -> bound.put(column, value(GuardedValue.bare(value), rex)));
    return BindingExpansion.expand(spec.table(), read.method(), bound)
        .map(
            bindings ->
                new ReadRequest(
                    spec.table(),
                    read.method(),
                    bindings,
                    Map.of(),
                    spec.predicates().stream().map(predicate -> asked(predicate, rex)).toList(),
                    spec.columns(),
                    spec.order(),
                    spec.limit().map(ScanText::rows).orElse(OptionalLong.empty())));
  }

  /** How many rows are enough, where literals say so. */
  private static OptionalLong rows(PushedLimit limit) {
    RexNode offset = limit.offset();
    Optional<Long> skipped = offset == null ? Optional.of(0L) : count(offset);
    Optional<Long> kept = count(limit.fetch());
    return skipped.isPresent() && kept.isPresent()
        ? OptionalLong.of(Math.addExact(skipped.get(), kept.get()))
        : OptionalLong.empty();
  }

  private static Optional<Long> count(RexNode value) {
    return LiteralValue.of(value).map(number -> ((Number) number).longValue());
  }

  private static Predicate asked(PushedPredicate pushed, RexText rex) {
    return new Predicate(
        pushed.column(),
        pushed.comparison(),
        pushed.values().stream().map(value -> value(value, rex)).toList());
  }

  private static Object value(RexNode value, RexText rex) {
    return LiteralValue.of(value).orElseGet(() -> new Placeholder(rex.of(value)));
  }
}
