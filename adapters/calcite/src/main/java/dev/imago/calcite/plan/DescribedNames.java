package dev.imago.calcite.plan;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.schema.ApiTable;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.sql.SqlIdentifier;

/** Looks up the tables that statements change. */
final class DescribedNames {
  private static final int TABLE_PARTS = 3;

  private final NameLookup names;

  DescribedNames(Catalog catalog) {
    this.names = new NameLookup(catalog);
  }

  /**
   * The described table of that name.
   *
   * @param parts the name, as a query would have it
   * @param name where it stands in the statement
   * @throws ImagoException {@link ErrorCode#NOT_SUPPORTED} for one that no service has
   */
  TableDescription find(List<String> parts, SqlIdentifier name, NameScope scope) {
    RelOptTable table = scope.getTable(parts);
    if (table == null) {
      List<String> known =
          names.find(new SqlIdentifier(parts, name.getParserPosition()), TABLE_PARTS, scope);
      throw new ImagoException(ErrorCode.TABLE_NOT_FOUND, String.join(".", known) + " is no table");
    }
    ApiTable described = table.unwrap(ApiTable.class);
    if (described == null) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "nothing can be changed in "
              + String.join(".", table.getQualifiedName())
              + ", which is no table of a cloud");
    }
    return described.description();
  }
}
