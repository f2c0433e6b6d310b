package dev.imago.calcite.change;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.error.NearestName;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** The columns that a statement names to write them. */
final class TargetColumns {
  private TargetColumns() {}

  /** The name of a column that is written whole. */
  static String name(SqlNode column) {
    SqlIdentifier identifier = (SqlIdentifier) column;
    if (!identifier.isSimple()) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "a column is written whole, and " + identifier + " is a part of one");
    }
    return identifier.getSimple();
  }

  /**
   * The argument that a column is.
   *
   * @param done what is done to it, for the message
   */
  static WriteArgument argument(
      TableDescription table, WriteMethod method, SqlNode column, String done) {
    String name = name(column);
    return method.arguments().stream()
        .filter(argument -> argument.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> refused(table, method, name, done));
  }

  /** Why a column cannot be written: it is read only, or there is none. */
  static ImagoException refused(
      TableDescription table, WriteMethod method, String name, String done) {
    Optional<ColumnDescription> known = table.column(name);
    if (known.isPresent()) {
      return new ImagoException(
          ErrorCode.OUTPUT_ONLY_COLUMN,
          table.qualifiedName() + ": " + known.get().name() + " cannot be " + done);
    }
    List<String> names = method.arguments().stream().map(WriteArgument::name).toList();
    return new ImagoException(
        ErrorCode.COLUMN_NOT_FOUND,
        table.qualifiedName()
            + " has no column \""
            + name
            + "\" that can be "
            + done
            + NearestName.hint(name, names));
  }
}
