package dev.imago.emulator.google.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.google.Timestamps;
import dev.imago.emulator.list.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One comparison of a field with a literal. {@code !=} lets through what has no such field, as
 * "exclude instances named x" says; every other comparison needs a value.
 */
final class Comparison implements Filter {
  private final FieldReference field;
  private final Operator operator;
  private final ToIntFunction<JsonNode> comparison;
  private final String substring;

  private Comparison(
      FieldReference field,
      Operator operator,
      ToIntFunction<JsonNode> comparison,
      String substring) {
    this.field = field;
    this.operator = operator;
    this.comparison = comparison;
    this.substring = substring;
  }

  /**
   * A comparison, its literal read as the field's type asks.
   *
   * @throws FilterException when the literal is none of the type's
   */
  static Filter of(FieldReference field, Operator operator, String literal) {
    if (field.type().isNumber()) {
      BigDecimal number = number(field, literal);
      return new Comparison(
          field, operator, node -> new BigDecimal(node.asText()).compareTo(number), "");
    }
    if (field.type().isBoolean()) {
      boolean flag = flag(field, literal);
      return new Comparison(field, operator, node -> Boolean.compare(node.asBoolean(), flag), "");
    }
    if (!field.type().isScalar() && !field.type().isAny()) {
      throw new FilterException("Field " + String.join(".", field.path()) + " is no single value.");
    }
    Optional<Instant> time = Timestamps.parse(literal);
    boolean containing = operator == Operator.HAS;
    return new Comparison(
        field,
        operator,
        node -> compareText(node.asText(), literal, time),
        containing ? literal : "");
  }

  /** {@code field:*}: the field has a value. */
  static Filter present(FieldReference field) {
    return resource -> !field.values(resource).isEmpty();
  }

  @Override
  public boolean matches(JsonNode resource) {
    List<JsonNode> values = field.values(resource);
    if (operator == Operator.NOT_EQUAL) {
      return values.stream().noneMatch(value -> comparison.applyAsInt(value) == 0);
    }
    if (!substring.isEmpty()) {
      return values.stream().anyMatch(value -> value.asText().contains(substring));
    }
    return values.stream().anyMatch(value -> operator.accepts(comparison.applyAsInt(value)));
  }

  private static int compareText(String text, String literal, Optional<Instant> time) {
    // Times in one list come with different offsets, so their texts do not compare.
    return time.flatMap(instant -> Timestamps.parse(text).map(other -> other.compareTo(instant)))
        .orElseGet(() -> text.compareTo(literal));
  }

  private static BigDecimal number(FieldReference field, String literal) {
    try {
      return new BigDecimal(literal);
    } catch (NumberFormatException notANumber) {
      throw mismatch(field, literal);
    }
  }

  private static boolean flag(FieldReference field, String literal) {
    return switch (literal) {
      case "true" -> true;
      case "false" -> false;
      default -> throw mismatch(field, literal);
    };
  }

  private static FilterException mismatch(FieldReference field, String literal) {
    return new FilterException(
        "Field "
            + String.join(".", field.path())
            + " of type "
            + field.type().name()
            + " does not compare with \""
            + literal
            + "\".");
  }
}
