package dev.imago.calcite.rel;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.read.KeyFilter;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexShuttle;

/**
 * Everything that was pushed into a scan. Immutable.
 *
 * @param columns what a row holds, in order
 * @param bindings the rows that are wanted; the scan gives exactly those
 * @param widens whether a wider read may stand in for parameters that nothing binds
 * @param reads the calls that give them; empty until the binder has chosen them
 * @param predicates what the calls ask for besides; empty until they are chosen
 * @param order the order that every read is asked for; empty for the API's own
 * @param limit how many rows of every read are enough
 * @param origins where values come from that the query does not give
 * @param omission what the query goes without where nothing binds the scan's key; absent when that
 *     is an error
 */
public record ScanSpec(
    TableDescription table,
    List<ColumnDescription> columns,
    BindingSet bindings,
    boolean widens,
    Optional<List<PlannedRead>> reads,
    List<PushedPredicate> predicates,
    List<OrderTerm> order,
    Optional<PushedLimit> limit,
    Origins origins,
    Optional<Omission> omission) {
  public ScanSpec {
    columns = List.copyOf(columns);
    reads = reads.map(List::copyOf);
    predicates = List.copyOf(predicates);
    order = List.copyOf(order);
  }

  /** Every row and every column of a table. */
  static ScanSpec all(TableDescription table) {
    return new ScanSpec(
        table,
        table.readableColumns(),
        BindingSet.UNBOUND,
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Origins.QUERY,
        Optional.empty());
  }

  ScanSpec withColumns(List<ColumnDescription> some) {
    return new ScanSpec(
        table, some, bindings, widens, reads, predicates, order, limit, origins, omission);
  }

  /** The same scan for fewer rows. */
  public ScanSpec withBindings(BindingSet narrower) {
    return new ScanSpec(
        table, columns, narrower, widens, reads, predicates, order, limit, origins, omission);
  }

  /**
   * The list that its calls become when there are several of one parent: gets, or lists that differ
   * in a field of their rows. Empty when its calls are others, or do not depend on the left row of
   * a join.
   */
  public Optional<KeyFilter> gathering() {
    List<ReadMethod> methods =
        reads.orElse(List.of()).stream().map(PlannedRead::method).distinct().toList();
    if (methods.size() != 1 || limit.isPresent() || !bindings.readsLeftRow()) {
      return Optional.empty();
    }
    return methods.get(0).kind() == ReadMethod.Kind.GET
        ? KeyFilter.of(table, bindings.columns()).filter(filter -> answers(filter.list()))
        : KeyFilter.ofList(table, methods.get(0), bindings.columns())
            .filter(filter -> bindings.readLeftRow(filter.column()));
  }

  /** Whether a field of its rows, which its calls could do without, comes from a left row. */
  public boolean isNarrowed() {
    return gathering()
        .filter(filter -> reads.orElseThrow().get(0).method().equals(filter.list()))
        .isPresent();
  }

  /** Whether a read answers every column of the scan. */
  public boolean answers(ReadMethod read) {
    return columns.stream().noneMatch(column -> read.lacks().contains(column.name()));
  }

  /** The same scan with every value rewritten. */
  public ScanSpec accept(RexShuttle shuttle) {
    return new ScanSpec(
        table,
        columns,
        bindings.accept(shuttle),
        widens,
        reads.map(all -> all.stream().map(read -> read.accept(shuttle)).toList()),
        predicates.stream().map(predicate -> predicate.accept(shuttle)).toList(),
        order,
        limit,
        origins,
        omission);
  }

  /** The same scan, by a wider read where nothing binds what the others need. */
  public ScanSpec widened() {
    return new ScanSpec(
        table, columns, bindings, true, reads, predicates, order, limit, origins, omission);
  }

  /** The same scan with its calls chosen. */
  public ScanSpec withReads(List<PlannedRead> chosen) {
    return new ScanSpec(
        table,
        columns,
        bindings,
        widens,
        Optional.of(chosen),
        predicates,
        order,
        limit,
        origins,
        omission);
  }

  /** The same scan with calls that ask for no more than these rows, where the API takes it. */
  public ScanSpec withPredicates(List<PushedPredicate> asked) {
    return new ScanSpec(
        table, columns, bindings, widens, reads, asked, order, limit, origins, omission);
  }

  /** The same rows, each read in an order. */
  public ScanSpec withOrder(List<OrderTerm> terms) {
    return new ScanSpec(
        table, columns, bindings, widens, reads, predicates, terms, limit, origins, omission);
  }

  /** The first rows of every read. */
  public ScanSpec withLimit(PushedLimit enough) {
    return new ScanSpec(
        table,
        columns,
        bindings,
        widens,
        reads,
        predicates,
        order,
        Optional.of(enough),
        origins,
        omission);
  }

  /** The same scan, whose values of a parameter the query does not give. */
  public ScanSpec withDefault(String parameter, Origins.Default standIn) {
    return with(origins.with(parameter, standIn));
  }

  /** The same scan, which the query does not name. */
  public ScanSpec enumerating(Origins.Enumeration reason) {
    return with(origins.with(reason));
  }

  /** The same scan, which the query can do without. */
  public ScanSpec withOmission(Omission omitted) {
    return new ScanSpec(
        table,
        columns,
        bindings,
        widens,
        reads,
        predicates,
        order,
        limit,
        origins,
        Optional.of(omitted));
  }

  private ScanSpec with(Origins others) {
    return new ScanSpec(
        table, columns, bindings, widens, reads, predicates, order, limit, others, omission);
  }
}
