package dev.imago.jdbc.contract;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** A JDBC object that wraps nothing: it unwraps to itself only. */
public interface Unwrapping extends Wrapper {

  @Override
  default <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    if (type != null && type.isInstance(this)) {
      return type.cast(this);
    }
    throw SqlErrors.invalidArgument(
        "there is no " + (type == null ? "null" : type.getName()) + " in this object");
  }

  @Override
  default boolean isWrapperFor(@Nullable Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
