package dev.imago.jdbc.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What a result set belongs to: a statement, or nothing when it is metadata. */
public interface ResultOwner {
  /** The owner of rows in memory that belong to no statement. */
  ResultOwner NONE = new MemoryOwner(null);

  @Nullable Statement statement();

  /** Ends what runs for the result, from another thread than the one that reads. */
  void interrupt();

  /** The exception for a failure to read the next row. */
  SQLException failure(RuntimeException failure);

  /** The last row was read, or reading failed: nothing runs for the result any more. */
  void ended();

  /** The result set was closed. */
  void closed(ResultSet rows) throws SQLException;
}
