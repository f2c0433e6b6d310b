package dev.imago.calcite.bind;

import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * Chooses the calls that read a table: for the parameters that a query binds, for those that the
 * connection's defaults add, and by a wider read.
 */
public final class ReadChoice {
  private final Function<String, List<String>> defaults;
  private final boolean enumerates;
  private final RexBuilder rexBuilder;

  /**
   * A choice for one statement.
   *
   * @param defaults the default values of a property: {@code google.project}
   * @param enumerates whether a parameter that is not bound may be filled in by a wider read or
   *     from the parent table
   */
  public ReadChoice(
      Function<String, List<String>> defaults, boolean enumerates, RexBuilder rexBuilder) {
    this.defaults = defaults;
    this.enumerates = enumerates;
    this.rexBuilder = rexBuilder;
  }

  boolean enumerates() {
    return enumerates;
  }

  /** The first read, as written, that needs no more than these columns; a wider one last. */
  Optional<ReadMethod> readFor(ScanSpec spec, Collection<String> columns) {
    Set<String> bound = boundVariables(spec.table(), columns);
    List<ReadMethod> enough =
        spec.table().reads().stream()
            .filter(read -> bound.containsAll(read.parameters()))
            .filter(read -> spec.widens() || !isWider(read))
            .toList();
    return enough.stream()
        .filter(read -> !isWider(read))
        .findFirst()
        .or(enough.stream()::findFirst);
  }

  private static boolean isWider(ReadMethod read) {
    return read.kind() == ReadMethod.Kind.WIDER;
  }

  /** What the read that lacks the fewest parameters lacks, in path order. */
  List<String> missing(TableDescription table, Collection<String> columns) {
    Set<String> bound = boundVariables(table, columns);
    Comparator<List<String>> fewest = Comparator.comparingInt(List::size);
    Optional<List<String>> list =
        table.reads().stream()
            .filter(read -> read.kind() == ReadMethod.Kind.LIST)
            .map(read -> lacking(read, bound))
            .min(fewest);
    return list.or(() -> table.reads().stream().map(read -> lacking(read, bound)).min(fewest))
        .orElse(List.of());
  }

  /** The calls of a scan that lacks nothing, one for each alternative. */
  Optional<List<PlannedRead>> calls(ScanSpec spec) {
    return readFor(spec, spec.bindings().columns()).map(read -> calls(read, spec));
  }

  private static List<PlannedRead> calls(ReadMethod read, ScanSpec spec) {
    return spec.bindings().bindings().stream()
        .map(binding -> new PlannedRead(read, binding))
        .toList();
  }

  /**
   * The scan with the connection's defaults for those of the parameters that have any.
   *
   * @param lacking what nothing else gives the scan
   * @return empty when there is no such parameter, or too many combinations
   */
  Optional<ScanSpec> withDefaults(ScanSpec spec, Collection<String> lacking) {
    BindingSet bindings = spec.bindings();
    for (String parameter : lacking) {
      List<RexNode> values = defaultValues(spec.table(), parameter);
      if (!values.isEmpty()) {
        Optional<BindingSet> more = bindings.and(BindingSet.of(parameter, values));
        if (more.isEmpty()) {
          return Optional.empty();
        }
        bindings = more.get();
      }
    }
    return bindings.equals(spec.bindings())
        ? Optional.empty()
        : Optional.of(spec.withBindings(bindings));
  }

  /**
   * The scan by a wider read, when there is one that needs none of the parameters.
   *
   * @param lacking what nothing else gives the scan
   */
  Optional<ScanSpec> widened(ScanSpec spec, Collection<String> lacking) {
    boolean helps =
        enumerates
            && !spec.widens()
            && spec.table().reads().stream()
                .filter(ReadChoice::isWider)
                .anyMatch(read -> Collections.disjoint(read.parameters(), lacking));
    return helps ? Optional.of(spec.widened()) : Optional.empty();
  }

  /** The variables that the columns bind: themselves, and the segments of a resource name. */
  private static Set<String> boundVariables(TableDescription table, Collection<String> columns) {
    Set<String> bound = new TreeSet<>(columns);
    for (String name : columns) {
      table
          .column(name)
          .flatMap(ColumnDescription::resource)
          .map(PathTemplate::variables)
          .ifPresent(bound::addAll);
    }
    return bound;
  }

  private static List<String> lacking(ReadMethod read, Set<String> bound) {
    return read.parameters().stream().filter(p -> !bound.contains(p)).toList();
  }

  private List<RexNode> defaultValues(TableDescription table, String parameter) {
    String property = table.defaults().get(parameter);
    return property == null
        ? List.of()
        : defaults.apply(property).stream().map(this::literal).toList();
  }

  private RexNode literal(String value) {
    return rexBuilder.makeLiteral(value);
  }
}
