package dev.imago.jdbc.value;

import dev.imago.jdbc.contract.SqlErrors;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.jspecify.annotations.Nullable;

/** A value of type ROW. Its text is JSON. */
public final class Row implements Struct {
  private final RelDataType type;
  private final Object value;

  Row(RelDataType type, Object value) {
    this.type = type;
    this.value = value;
  }

  /** The fields by name, in the order of the type; a NULL is null. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Iterator<RelDataTypeField> types = type.getFieldList().iterator();
    for (Object field : NestedValues.fields(value)) {
      RelDataTypeField fieldType = types.next();
      fields.put(fieldType.getName(), ValueReader.objectOrNull(fieldType.getType(), field));
    }
    return Collections.unmodifiableMap(fields);
  }

  @Override
  public String getSQLTypeName() {
    return "ROW";
  }

  @Override
  public Object[] getAttributes() {
    return fields().values().toArray();
  }

  @Override
  public Object[] getAttributes(@Nullable Map<String, Class<?>> types) throws SQLException {
    if (types != null && !types.isEmpty()) {
      throw SqlErrors.unsupported("a map of types");
    }
    return getAttributes();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return JsonText.of(type, value);
  }
}
