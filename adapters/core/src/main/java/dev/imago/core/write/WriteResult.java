package dev.imago.core.write;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a write that the service accepted.
 *
 * @param row the answer: the readable columns of the table that it is a row of, in their order;
 *     none when the write answers nothing
 * @param status the HTTP status
 */
public record WriteResult(List<@Nullable Object> row, int status) {
  // Written out, because NullAway sees no @Nullable inside the types of a compact constructor.
  public WriteResult(List<@Nullable Object> row, int status) {
    this.row = Collections.unmodifiableList(row);
    this.status = status;
  }

  static WriteResult of(@Nullable Object[] row, int status) {
    return new WriteResult(Arrays.asList(row), status);
  }
}
