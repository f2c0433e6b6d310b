package dev.imago.jdbc.value;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.jdbc.contract.SqlErrors;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** A value of type ARRAY, held in memory. Its text is JSON. */
public final class ListArray implements Array {
  private final RelDataType type;
  private final List<@Nullable Object> elements;

  /**
   * @param type the type of the array
   * @param value the elements, as the engine has them
   */
  ListArray(RelDataType type, Object value) {
    this.type = type;
    this.elements = NestedValues.elements(value);
  }

  /**
   * An array of Java values, for a parameter.
   *
   * @param elementType the name of the elements' type: VARCHAR, BIGINT
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when there is no such type, {@link
   *     ErrorCode#NOT_CONVERTIBLE} when an element is none of the type
   */
  public static ListArray of(String elementType, @Nullable Object[] elements) {
    RelDataType type = new BasicTypes().arrayOf(elementType);
    return new ListArray(type, ParameterCoercion.list(type, Arrays.asList(elements)));
  }

  /** A nested type, which every ARRAY and MAP type has. */
  static RelDataType known(@Nullable RelDataType nested, RelDataType type) {
    if (nested == null) {
      throw new ImagoException(
          ErrorCode.INTERNAL, "the type " + type + " does not say what it holds");
    }
    return nested;
  }

  /** The elements as Java values; a NULL is null. */
  public List<@Nullable Object> toList() {
    RelDataType elementType = elementType();
    List<@Nullable Object> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(ValueReader.objectOrNull(elementType, element));
    }
    return Collections.unmodifiableList(values);
  }

  @Override
  public String getBaseTypeName() {
    return JdbcType.of(elementType(), false).name();
  }

  @Override
  public int getBaseType() {
    return JdbcType.of(elementType(), false).code();
  }

  @Override
  public Object getArray() {
    return toList().toArray();
  }

  @Override
  public Object getArray(@Nullable Map<String, Class<?>> types) throws SQLException {
    refuse(types);
    return getArray();
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    if (index < 1 || count < 0 || index - 1 > elements.size()) {
      throw SqlErrors.of(
          ErrorCode.INVALID_INDEX,
          "the array has " + elements.size() + " elements; there is no slice at " + index);
    }
    int from = (int) index - 1;
    int to = (int) Math.min(elements.size(), (long) from + count);
    return toList().subList(from, to).toArray();
  }

  @Override
  public Object getArray(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    refuse(types);
    return getArray(index, count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    throw SqlErrors.unsupported("an array as a result set");
  }

  @Override
  public ResultSet getResultSet(@Nullable Map<String, Class<?>> types) throws SQLException {
    throw SqlErrors.unsupported("an array as a result set");
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    throw SqlErrors.unsupported("an array as a result set");
  }

  @Override
  public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    throw SqlErrors.unsupported("an array as a result set");
  }

  /** Does nothing: the array holds memory only. */
  @Override
  public void free() {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListArray that && toList().equals(that.toList());
  }

  @Override
  public int hashCode() {
    return toList().hashCode();
  }

  @Override
  public String toString() {
    return JsonText.of(type, elements);
  }

  private RelDataType elementType() {
    return known(type.getComponentType(), type);
  }

  private static void refuse(@Nullable Map<String, Class<?>> types) throws SQLException {
    if (types != null && !types.isEmpty()) {
      throw SqlErrors.unsupported("a map of types");
    }
  }
}
