package dev.imago.calcite.change;

import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.write.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Turns the values of a SQL expression into values of an argument. A text stands for a value of any
 * type: of a scalar in its usual spelling, of anything else as JSON.
 */
@FunctionalInterface
interface ArgumentReading {

  /** The value as an argument takes it. */
  @Nullable Object read(@Nullable Object value);

  /**
   * The reading of an expression.
   *
   * @param place what the value is for, for messages
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when no value of the expression's type
   *     can be one of the argument's
   */
  static ArgumentReading of(RelDataType source, ColumnType target, String place) {
    if (source.getSqlTypeName() == SqlTypeName.NULL) {
      return value -> null;
    }
    boolean isText = source.getSqlTypeName().getFamily() == SqlTypeFamily.CHARACTER;
    if (target instanceof Scalar scalar && scalar != Scalar.JSON) {
      return scalar(source, scalar, isText, place);
    }
    if (isText) {
      return value -> value == null ? null : new JsonValue(value.toString());
    }
    if (target instanceof ArrayOf array && source.getComponentType() != null) {
      return array(of(source.getComponentType(), array.element(), place));
    }
    if (target instanceof MapOf map && source.getSqlTypeName() == SqlTypeName.MAP) {
      return map(of(Objects.requireNonNull(source.getValueType()), map.value(), place));
    }
    if (target instanceof RowOf row && source.isStruct()) {
      return row(source.getFieldList(), row, place);
    }
    throw mismatch(source, expected(target), place);
  }

  private static ArgumentReading scalar(
      RelDataType source, Scalar target, boolean isText, String place) {
    SqlTypeName type = source.getSqlTypeName();
    boolean isNumber = type.getFamily() == SqlTypeFamily.NUMERIC;
    boolean isBoolean = type == SqlTypeName.BOOLEAN;
    boolean isTime = type == SqlTypeName.TIMESTAMP || type == SqlTypeName.DATE;
    boolean fits =
        switch (target) {
          case VARCHAR -> isText;
          case BOOLEAN -> isText || isBoolean;
          case PRESENCE -> isBoolean;
          case INTEGER, BIGINT, UINT64, DOUBLE -> isText || isNumber;
          case TIMESTAMP -> isText || isTime;
          case JSON -> false;
        };
    if (!fits) {
      throw mismatch(source, expected(target), place);
    }
    return type == SqlTypeName.DATE ? ArgumentReading::midnight : value -> value;
  }

  private static @Nullable Object midnight(@Nullable Object value) {
    return value instanceof Number days ? (Object) (days.longValue() * 86_400_000L) : null;
  }

  private static ArgumentReading array(ArgumentReading element) {
    return value -> {
      if (value == null) {
        return null;
      }
      List<@Nullable Object> list = new ArrayList<>();
      ((List<?>) value).forEach(each -> list.add(element.read(each)));
      return list;
    };
  }

  private static ArgumentReading map(ArgumentReading element) {
    return value -> {
      if (value == null) {
        return null;
      }
      Map<Object, @Nullable Object> map = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> map.put(key, element.read(each)));
      return map;
    };
  }

  /** Fields that have names of the target are taken by name, others by their place. */
  private static ArgumentReading row(List<RelDataTypeField> source, RowOf target, String place) {
    int[] from = fields(source, target, place);
    List<@Nullable ArgumentReading> readings = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      ColumnType.Field field = target.fields().get(i);
      readings.add(
          from[i] < 0
              ? null
              : of(source.get(from[i]).getType(), field.type(), place + "." + field.name()));
    }
    return value -> {
      if (value == null) {
        return null;
      }
      Object[] given = value instanceof List<?> list ? list.toArray() : (Object[]) value;
      @Nullable Object[] row = new @Nullable Object[from.length];
      for (int i = 0; i < from.length; i++) {
        ArgumentReading reading = readings.get(i);
        row[i] = reading == null ? null : reading.read(given[from[i]]);
      }
      return row;
    };
  }

  private static int[] fields(List<RelDataTypeField> source, RowOf target, String place) {
    int[] from = new int[target.fields().size()];
    boolean isNamed = source.stream().noneMatch(field -> field.getName().startsWith("EXPR$"));
    if (!isNamed && source.size() != from.length) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          place
              + " must be a ROW of "
              + from.length
              + " fields ("
              + String.join(", ", target.fields().stream().map(ColumnType.Field::name).toList())
              + "), or JSON text");
    }
    for (int i = 0; i < from.length; i++) {
      from[i] = isNamed ? named(source, target.fields().get(i).name()) : i;
    }
    if (isNamed) {
      refuseUnknown(source, target, place);
    }
    return from;
  }

  private static int named(List<RelDataTypeField> source, String name) {
    return source.stream()
        .filter(field -> field.getName().equalsIgnoreCase(name))
        .map(RelDataTypeField::getIndex)
        .findFirst()
        .orElse(-1);
  }

  private static void refuseUnknown(List<RelDataTypeField> source, RowOf target, String place) {
    for (RelDataTypeField field : source) {
      if (target.fields().stream().noneMatch(f -> f.name().equalsIgnoreCase(field.getName()))) {
        throw new ImagoException(
            ErrorCode.INVALID_VALUE, place + " has no field " + field.getName());
      }
    }
  }

  private static ImagoException mismatch(RelDataType source, String expected, String place) {
    return new ImagoException(
        ErrorCode.INVALID_VALUE,
        place + " must be " + expected + ", and is given " + source.getSqlTypeName());
  }

  private static String expected(ColumnType target) {
    if (target instanceof ArrayOf) {
      return "an ARRAY or JSON text";
    }
    if (target instanceof MapOf) {
      return "a MAP or JSON text";
    }
    return target instanceof Scalar scalar
        ? "of type " + scalar.name().toLowerCase(Locale.ROOT)
        : "a ROW or JSON text";
  }
}
