package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.Filtering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of a request that its API can be asked for: the values that it wants and its path
 * does not hold, then its predicates. A condition with a value that the grammar cannot express is
 * none of them, so the API answers more rows and never fewer.
 */
final class FilterConditions {
  private final ReadRequest request;
  private final Filtering filtering;

  FilterConditions(ReadRequest request, Filtering filtering) {
    this.request = request;
    this.filtering = filtering;
  }

  /**
   * Each condition as its comparisons, one or more of which holds. They come in an order that does
   * not depend on the query's, so that equal wishes have equal texts; those that matter most come
   * first.
   */
  List<List<String>> all() {
    List<List<String>> conditions = new ArrayList<>(wanted());
    List<Predicate> predicates = new ArrayList<>(request.predicates());
    predicates.sort(
        Comparator.comparingInt((Predicate predicate) -> position(predicate.column()))
            .thenComparing(Predicate::comparison));
    for (Predicate predicate : predicates) {
      condition(predicate).ifPresent(conditions::add);
    }
    return conditions;
  }

  /** The conditions on the values that every row must have. */
  List<List<String>> wanted() {
    List<List<String>> conditions = new ArrayList<>();
    for (ColumnDescription column : request.table().columns()) {
      Object value = request.bindings().get(column.name());
      if (value != null && !request.method().parameters().contains(column.name())) {
        condition(column.name(), Comparison.EQUAL, List.of(value)).ifPresent(conditions::add);
      }
      Collection<Object> values = request.alternatives().get(column.name());
      if (values != null) {
        condition(column.name(), Comparison.EQUAL, values).ifPresent(conditions::add);
      }
    }
    return conditions;
  }

  private int position(String column) {
    return request.table().columns().indexOf(request.table().column(column).orElseThrow());
  }

  /** A predicate's condition; empty when the API cannot be asked for it. */
  Optional<List<String>> condition(Predicate predicate) {
    return condition(predicate.column(), predicate.comparison(), predicate.values());
  }

  /** One condition; empty when the API cannot be asked for it. */
  Optional<List<String>> condition(String name, Comparison comparison, Collection<?> values) {
    if (!filtering.takes(name, comparison)) {
      return Optional.empty();
    }
    ColumnDescription column = request.table().column(name).orElseThrow();
    List<String> comparisons = new ArrayList<>(values.size());
    for (Object value : values) {
      Optional<String> text = comparison(column, comparison, value);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      comparisons.add(text.get());
    }
    return Optional.of(comparisons);
  }

  private Optional<String> comparison(
      ColumnDescription column, Comparison comparison, Object value) {
    return column.source() instanceof ColumnSource.JsonField field && isKnown(column, value)
        ? switch (filtering.grammar()) {
          case AIP160 -> Aip160.comparison(String.join(".", field.path()), comparison, value);
        }
        : Optional.empty();
  }

  /** An API may refuse a value that its enumeration lacks, where SQL has no row for it. */
  private static boolean isKnown(ColumnDescription column, Object value) {
    return column.values().isEmpty()
        || value instanceof Placeholder
        || column.values().contains(value.toString());
  }

  /** Conditions as one text. */
  static String text(Filtering filtering, List<List<String>> conditions) {
    return switch (filtering.grammar()) {
      case AIP160 -> Aip160.filter(conditions);
    };
  }
}
