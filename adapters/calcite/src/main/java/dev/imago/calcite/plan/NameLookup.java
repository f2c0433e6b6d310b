package dev.imago.calcite.plan;

import static org.apache.calcite.util.Static.RESOURCE;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.SchemaInfo;
import dev.imago.calcite.catalog.Catalog.TableInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlUtil;

/** Looks up catalogs, schemas and tables as a query looks up tables. */
final class NameLookup {
  private final Catalog catalog;

  NameLookup(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What the name stands for: first below the default schema, then below the default catalog, then
   * from the root.
   *
   * @param mostParts 1 when it is a catalog, 2 when it may be a schema, 3 when it may be a table
   * @return the parts of the full name, spelt as the descriptions do: catalog, schema, table
   * @throws CalciteContextException when there is none, as a query over such a table would
   */
  List<String> find(SqlIdentifier name, int mostParts, NameScope scope) {
    for (List<String> parents : scope.getSchemaPaths()) {
      List<String> parts = new ArrayList<>(parents);
      parts.addAll(name.names);
      Optional<List<String>> found = parts.size() <= mostParts ? known(parts) : Optional.empty();
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw notFound(name);
  }

  private Optional<List<String>> known(List<String> parts) {
    return switch (parts.size()) {
      case 1 ->
          catalog.schemas().stream()
              .map(schema -> List.of(schema.catalog()))
              .filter(catalog -> areSame(catalog, parts))
              .findFirst();
      case 2 ->
          catalog.schemas().stream()
              .map(NameLookup::partsOf)
              .filter(schema -> areSame(schema, parts))
              .findFirst();
      default ->
          catalog.tables().stream()
              .map(NameLookup::partsOf)
              .filter(table -> areSame(table, parts))
              .findFirst();
    };
  }

  private CalciteContextException notFound(SqlIdentifier name) {
    List<String> parent = List.of();
    while (parent.size() < name.names.size() - 1) {
      Optional<List<String>> longer = known(name.names.subList(0, parent.size() + 1));
      if (longer.isEmpty()) {
        break;
      }
      parent = longer.get();
    }
    String missing = name.names.get(parent.size());
    return SqlUtil.newContextException(
        name.getParserPosition(),
        parent.isEmpty()
            ? RESOURCE.objectNotFound(missing)
            : RESOURCE.objectNotFoundWithin(missing, String.join(".", parent)));
  }

  private static List<String> partsOf(SchemaInfo schema) {
    return List.of(schema.catalog(), schema.name());
  }

  private static List<String> partsOf(TableInfo table) {
    return List.of(table.catalog(), table.schema(), table.name());
  }

  private static boolean areSame(List<String> left, List<String> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!left.get(i).equalsIgnoreCase(right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
