package dev.imago.calcite.explain;

import dev.imago.calcite.exec.ScanTemplate;
import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.rel.GuardedValue;
import dev.imago.calcite.rel.LiteralValue;
import dev.imago.calcite.rel.Origins;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/** Prints a scan: its table, how it is read, the request that it sends, and what was pushed. */
final class ScanText {
  /** A longer request is cut: its parts follow in words. */
  private static final int MOST_CHARACTERS = 400;

  private static final Placeholder ANOTHER_KEY = new Placeholder("...");

  private final TableReader reader;
  private final LeftRows lefts;
  private final Defaults defaults;

  /**
   * A printer of scans.
   *
   * @param lefts the names of the left rows of the joins above
   * @param defaults the defaults that the statement uses
   */
  ScanText(TableReader reader, LeftRows lefts, Defaults defaults) {
    this.reader = reader;
    this.lefts = lefts;
    this.defaults = defaults;
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
            + shortened(reader.describe(first))
            + (requests.size() == 1 ? "" : ", and " + (requests.size() - 1) + " more like it"));
    addPushed(spec, reader.asked(first), rex, line);
    spec.origins().enumeration().ifPresent(reason -> line.add(enumeration(spec, reason)));
    spec.gathering().ifPresent(keys -> line.add("several at once: " + gathered(first, keys, spec)));
    if (!scan.use().sharing().equals(Sharing.NONE)) {
      line.add("shared: equal calls of this statement are made once");
    }
    return line.toString();
  }

  /** What one call and another of the same parent become, when they are asked for together. */
  private String gathered(ReadRequest get, KeyFilter keys, ScanSpec spec) {
    if (spec.isNarrowed()) {
      String filter =
          keys.takesSeveral() ? " with a filter on " + keys.column() : " without a filter";
      return "one " + method(get.method()) + filter;
    }
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
    return "one " + method(list.method()) + " with a filter on " + keys.column();
  }

  /** Of the parameters that its rows give, those that its own calls are not made with. */
  private static String enumeration(ScanSpec spec, Origins.Enumeration reason) {
    List<String> listed = new ArrayList<>(reason.parameters());
    listed.removeAll(spec.bindings().columns());
    return "enumerates "
        + String.join(", ", listed)
        + ", which nothing binds for "
        + reason.table();
  }

  private static String shortened(String request) {
    return request.length() <= MOST_CHARACTERS
        ? request
        : request.substring(0, MOST_CHARACTERS) + "... (" + request.length() + " characters)";
  }

  private static String method(ReadMethod method) {
    return method.name() + (method.kind() == ReadMethod.Kind.WIDER ? " (wider)" : "");
  }

  /** A condition that is not sent is left to the filter above; an exact one has none. */
  private void addPushed(ScanSpec spec, List<Predicate> asked, RexText rex, StringJoiner line) {
    if (!spec.bindings().columns().isEmpty()) {
      line.add("bound: " + new BoundText(rex, defaults).of(spec));
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

  private static String predicate(PushedPredicate predicate, RexText rex) {
    List<String> values = predicate.values().stream().map(rex::of).toList();
    String text =
        predicate.comparison() == Comparison.EQUAL
            ? predicate.column() + BoundText.equal(values)
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
        .forEach(
            (column, value) -> bound.put(column, parameter(column, GuardedValue.bare(value), rex)));
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
        ? ScanTemplate.limit(skipped.get(), kept.get())
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

  /** What stands in the request for a value; one that is computed stands beside it as bound. */
  private static Object parameter(String column, RexNode value, RexText rex) {
    return LiteralValue.of(value).isEmpty() && value instanceof RexCall
        ? new Placeholder("<" + column + ">")
        : value(value, rex);
  }

  private static Object value(RexNode value, RexText rex) {
    return LiteralValue.of(value).orElseGet(() -> new Placeholder(rex.of(value)));
  }
}
