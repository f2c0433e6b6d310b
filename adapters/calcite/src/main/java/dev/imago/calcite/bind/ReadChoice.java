package dev.imago.calcite.bind;

import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rel.Origins;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.property.DefaultValue;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

/**
 * Chooses the calls that read a table: for the parameters that a query binds, for those that the
 * connection's defaults add, and by a wider read.
 */
public final class ReadChoice {
  private static final String KNOWN_VALUES = "all documented values";

  private final DefaultBindings defaults;
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
      Function<String, List<DefaultValue>> defaults, boolean enumerates, RexBuilder rexBuilder) {
    this.defaults = new DefaultBindings(defaults, rexBuilder);
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
        usable(spec)
            .filter(read -> bound.containsAll(read.parameters()))
            .filter(read -> spec.widens() || !isWider(read))
            .toList();
    return enough.stream()
        .filter(read -> !isWider(read))
        .findFirst()
        .or(enough.stream()::findFirst);
  }

  /** The reads that answer every column of the scan. */
  private static Stream<ReadMethod> usable(ScanSpec spec) {
    return spec.table().reads().stream().filter(spec::answers);
  }

  private static boolean isWider(ReadMethod read) {
    return read.kind() == ReadMethod.Kind.WIDER;
  }

  /** What the read that lacks the fewest parameters lacks, in path order. */
  List<String> missing(ScanSpec spec, Collection<String> columns) {
    Set<String> bound = boundVariables(spec.table(), columns);
    Comparator<List<String>> fewest = Comparator.comparingInt(List::size);
    Optional<List<String>> list =
        usable(spec)
            .filter(read -> read.kind() == ReadMethod.Kind.LIST)
            .map(read -> lacking(read, bound))
            .min(fewest);
    return list.or(() -> usable(spec).map(read -> lacking(read, bound)).min(fewest))
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
    return filled(
        spec,
        defaults.fill(spec.table(), spec.bindings(), lacking),
        column -> spec.table().defaults().getOrDefault(column, column));
  }

  /**
   * The scan with all documented values for those of the parameters that have no others.
   *
   * @param lacking what nothing else gives the scan
   * @return empty when there is no such parameter, or too many combinations
   */
  Optional<ScanSpec> withKnownValues(ScanSpec spec, Collection<String> lacking) {
    Optional<BindingSet> bindings = Optional.of(spec.bindings());
    for (String parameter : lacking) {
      if (enumerates && spec.table().known().contains(parameter)) {
        List<RexNode> values =
            spec.table().column(parameter).orElseThrow().values().stream()
                .<RexNode>map(rexBuilder::makeLiteral)
                .toList();
        bindings = bindings.flatMap(all -> all.and(BindingSet.of(parameter, values)));
      }
    }
    return filled(spec, bindings, column -> KNOWN_VALUES);
  }

  /** The scan with these alternatives, and for what they add the source of its values. */
  private static Optional<ScanSpec> filled(
      ScanSpec spec, Optional<BindingSet> bindings, UnaryOperator<String> source) {
    return bindings
        .filter(all -> !all.equals(spec.bindings()))
        .map(
            all -> {
              Set<String> added = new TreeSet<>(all.columns());
              added.removeAll(spec.bindings().columns());
              ScanSpec filled = spec.withBindings(all);
              for (String column : added) {
                filled =
                    filled.withDefault(
                        column, new Origins.Default(source.apply(column), all.valuesOf(column)));
              }
              return filled;
            });
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
}
