package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.Filtering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
   * Every condition. They come in an order that does not depend on the query's, so that equal
   * wishes have equal texts; those that matter most come first.
   */
  List<WrittenCondition> all() {
    List<WrittenCondition> conditions = new ArrayList<>(wanted());
    for (Predicate predicate : predicates()) {
      condition(predicate).ifPresent(conditions::add);
    }
    return conditions;
  }

  /** The predicates of the request, in the order of their conditions. */
  List<Predicate> predicates() {
    List<Predicate> predicates = new ArrayList<>(request.predicates());
    predicates.sort(
        Comparator.comparingInt((Predicate predicate) -> position(predicate.column()))
            .thenComparing(FilterConditions::isUpperBound)
            .thenComparing(Predicate::comparison));
    return predicates;
  }

  /** The conditions on the values that every row must have. */
  List<WrittenCondition> wanted() {
    List<WrittenCondition> conditions = new ArrayList<>();
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

  /** Lists grow at their newest end: a lower bound leaves out more. */
  private static boolean isUpperBound(Predicate predicate) {
    return predicate.comparison() == Comparison.LESS
        || predicate.comparison() == Comparison.LESS_OR_EQUAL;
  }

  private int position(String column) {
    return request.table().columns().indexOf(request.table().column(column).orElseThrow());
  }

  /** A predicate's condition; empty when the API cannot be asked for it. */
  Optional<WrittenCondition> condition(Predicate predicate) {
    return condition(predicate.column(), predicate.comparison(), predicate.values());
  }

  /** One condition; empty when the API cannot be asked for it. */
  Optional<WrittenCondition> condition(String name, Comparison comparison, Collection<?> values) {
    ColumnDescription column = request.table().column(name).orElseThrow();
    if (!takes(name, comparison, values.size())
        || !(column.source() instanceof ColumnSource.JsonField source)) {
      return Optional.empty();
    }
    String field = String.join(".", source.path());
    List<String> comparisons = new ArrayList<>(values.size());
    for (Object value : values) {
      Optional<String> text =
          isKnown(column, value) ? comparison(column, field, comparison, value) : Optional.empty();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      comparisons.add(text.get());
    }
    return Optional.of(new WrittenCondition(name, field, comparisons));
  }

  private boolean takes(String column, Comparison comparison, int values) {
    return filtering.takes(column, comparison)
        && (values == 1 || filtering.takesSeveralValues(column));
  }

  private Optional<String> comparison(
      ColumnDescription column, String field, Comparison comparison, Object value) {
    return switch (filtering.grammar()) {
      case AIP160 -> Aip160.comparison(field, comparison, value);
      case EQUALITIES -> Equalities.equality(field, value);
      case PARAMETERS -> FieldParameters.value(kind(column), comparison, value);
    };
  }

  private Filtering.Kind kind(ColumnDescription column) {
    return Objects.requireNonNull(filtering.conditions().get(column.name())).kind();
  }

  /** An API may refuse a value that its enumeration lacks, where SQL has no row for it. */
  private static boolean isKnown(ColumnDescription column, Object value) {
    return column.values().isEmpty()
        || value instanceof Placeholder
        || column.values().contains(value.toString());
  }

  /** Whether the API takes the conditions together. */
  boolean fit(List<WrittenCondition> conditions) {
    return switch (filtering.grammar()) {
      case AIP160, EQUALITIES -> isShort(conditions);
      case PARAMETERS ->
          FieldParameters.areDistinct(conditions)
              && conditions.stream()
                  .noneMatch(
                      condition -> request.method().call().query().containsKey(condition.field()));
    };
  }

  private boolean isShort(List<WrittenCondition> conditions) {
    int most = filtering.most().orElse(Integer.MAX_VALUE);
    return parameters(conditions).stream()
        .allMatch(parameter -> parameter.value().length() <= most);
  }

  /** Conditions that fit as parameters of the query. */
  List<QueryParameter> parameters(List<WrittenCondition> conditions) {
    if (conditions.isEmpty()) {
      return List.of();
    }
    return switch (filtering.grammar()) {
      case AIP160 -> all(Aip160.filter(comparisons(conditions)));
      case EQUALITIES -> all(Equalities.filter(conditions));
      case PARAMETERS -> FieldParameters.parameters(conditions);
    };
  }

  private static List<List<String>> comparisons(List<WrittenCondition> conditions) {
    return conditions.stream().map(WrittenCondition::comparisons).toList();
  }

  private List<QueryParameter> all(String filter) {
    return List.of(new QueryParameter(filtering.parameter().orElseThrow(), filter));
  }
}
