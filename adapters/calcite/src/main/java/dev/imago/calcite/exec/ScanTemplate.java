package dev.imago.calcite.exec;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.TableDescription;
import dev.imago.core.read.BindingExpansion;
import dev.imago.core.read.Predicate;
import dev.imago.core.read.ReadRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scan of a plan: everything about it that does not change from run to run.
 *
 * @param columns what a row holds, in order
 * @param predicates what every read asks for
 * @param order the order that every read is asked for
 * @param offset how many rows are skipped above the scan; absent for none
 * @param fetch how many rows are kept above the scan; absent for all
 * @param gathers whether the calls of several runs for other left rows are put together
 * @param skipsUnknown whether a row that its service says nothing certain about is left out
 * @param use what the statement does with the rows
 */
public record ScanTemplate(
    TableDescription table,
    List<ColumnDescription> columns,
    List<ReadTemplate> reads,
    List<PredicateTemplate> predicates,
    List<OrderTerm> order,
    Optional<Slot> offset,
    Optional<Slot> fetch,
    boolean gathers,
    boolean skipsUnknown,
    ScanUse use) {
  public ScanTemplate {
    columns = List.copyOf(columns);
    reads = List.copyOf(reads);
    predicates = List.copyOf(predicates);
    order = List.copyOf(order);
  }

  /**
   * The requests of one run. Values that turn out equal make one request; a NULL makes none, since
   * nothing equals it.
   *
   * @param computed the values of the {@link Slot.Computed} slots
   */
  public List<ReadRequest> requests(@Nullable Object[] computed) {
    List<Predicate> asked = new ArrayList<>();
    Map<String, Set<Object>> wanted = new HashMap<>();
    for (PredicateTemplate template : predicates) {
      Optional<Predicate> predicate = template.predicate(computed);
      if (predicate.isEmpty()) {
        return List.of();
      }
      if (template.isExact()) {
        addWanted(predicate.get(), wanted);
      } else {
        asked.add(predicate.get());
      }
    }
    if (wanted.values().stream().anyMatch(Set::isEmpty)) {
      return List.of();
    }
    OptionalLong limit = limit(computed);
    Set<ReadRequest> requests = new LinkedHashSet<>();
    for (ReadTemplate read : reads) {
      values(read, computed)
          .flatMap(values -> BindingExpansion.expand(table, read.method(), values))
          .ifPresent(
              bindings ->
                  requests.add(
                      new ReadRequest(
                          table,
                          read.method(),
                          bindings,
                          wanted,
                          asked,
                          columns,
                          order,
                          limit,
                          skipsUnknown,
                          use.isIndispensable())));
    }
    return List.copyOf(requests);
  }

  /** The reader leaves out what the API could not be asked for. */
  private static void addWanted(Predicate predicate, Map<String, Set<Object>> wanted) {
    Set<Object> values = new LinkedHashSet<>(predicate.values());
    wanted.merge(
        predicate.column(),
        values,
        (before, also) -> {
          before.retainAll(also);
          return before;
        });
  }

  private static Optional<Map<String, Object>> values(
      ReadTemplate read, @Nullable Object[] computed) {
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, Slot> binding : read.bindings().entrySet()) {
      Object value = binding.getValue().value(computed);
      if (value == null) {
        return Optional.empty();
      }
      values.put(binding.getKey(), value);
    }
    return Optional.of(values);
  }

  private OptionalLong limit(@Nullable Object[] computed) {
    if (fetch.isEmpty()) {
      return OptionalLong.empty();
    }
    long skipped = offset.map(slot -> count(slot, computed)).orElse(0L);
    return limit(skipped, count(fetch.get(), computed));
  }

  /**
   * How many rows are enough: those that are skipped and those that are kept. Empty, for all of
   * them, when they are more than a long counts.
   */
  public static OptionalLong limit(long skipped, long kept) {
    return kept > Long.MAX_VALUE - skipped ? OptionalLong.empty() : OptionalLong.of(skipped + kept);
  }

  private static long count(Slot slot, @Nullable Object[] computed) {
    return slot.value(computed) instanceof Number number ? number.longValue() : 0;
  }
}
