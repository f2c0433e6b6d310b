package dev.imago.launcher.format;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;

/** A way to write a result. Lines end with LF on every system. */
@FunctionalInterface
public interface ResultFormat {

  /**
   * Writes a result, its header first, as the rows come. It keeps no more of them than its class
   * says. Nothing is written of a result that fails before its first row.
   *
   * @throws SQLException when the rows cannot be read on; what came before is written
   * @throws IOException when the output takes no more
   */
  void write(Rows rows, Writer out) throws SQLException, IOException;
}
