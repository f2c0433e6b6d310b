package dev.imago.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that values are what the description says, down to the last field. */
final class DeclaredTypes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeclaredTypes() {}

  /** Fails unless the value is NULL or of the type. */
  static void check(String where, ColumnType type, @Nullable Object value)
      throws SQLException, JsonProcessingException {
    if (value == null) {
      return;
    }
    if (type instanceof Scalar scalar) {
      assertThat(value).as(where).isInstanceOf(scalarClass(scalar));
      if (scalar == Scalar.PRESENCE) {
        assertThat(value).as(where).isEqualTo(true);
      } else if (scalar == Scalar.JSON) {
        assertThat(JSON.readTree((String) value)).as(where).isNotNull();
      }
    } else if (type instanceof ArrayOf array) {
      assertThat(value).as(where).isInstanceOf(Array.class);
      for (@Nullable Object element : (@Nullable Object[]) ((Array) value).getArray()) {
        check(where + "[]", array.element(), element);
      }
    } else if (type instanceof MapOf map) {
      assertThat(value).as(where).isInstanceOf(Map.class);
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        assertThat(entry.getKey()).as(where).isInstanceOf(String.class);
        check(where + "['" + entry.getKey() + "']", map.value(), entry.getValue());
      }
    } else {
      assertThat(value).as(where).isInstanceOf(Struct.class);
      List<Field> fields = ((RowOf) type).fields();
      @Nullable Object[] attributes = ((Struct) value).getAttributes();
      assertThat(attributes).as(where).hasSameSizeAs(fields);
      for (int i = 0; i < attributes.length; i++) {
        check(where + "." + fields.get(i).name(), fields.get(i).type(), attributes[i]);
      }
    }
  }

  private static Class<?> scalarClass(Scalar type) {
    return switch (type) {
      case VARCHAR, JSON -> String.class;
      case BOOLEAN, PRESENCE -> Boolean.class;
      case INTEGER -> Integer.class;
      case BIGINT -> Long.class;
      case UINT64 -> BigDecimal.class;
      case DOUBLE -> Double.class;
      case TIMESTAMP -> Timestamp.class;
    };
  }
}
