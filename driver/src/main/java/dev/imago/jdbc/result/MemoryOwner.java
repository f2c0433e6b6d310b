package dev.imago.jdbc.result;

import dev.imago.jdbc.contract.SqlErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The owner of rows in memory, for which nothing runs.
 *
 * @param statement the one that they are told by; null for metadata
 */
public record MemoryOwner(@Nullable Statement statement) implements ResultOwner {

  @Override
  public void interrupt() {}

  @Override
  public SQLException failure(RuntimeException failure) {
    return SqlErrors.of(failure);
  }

  @Override
  public void ended() {}

  @Override
  public void closed(ResultSet rows) {}
}
