package dev.imago.jdbc.metadata;

import dev.imago.calcite.catalog.Catalog;
import dev.imago.calcite.catalog.Catalog.Reference;
import dev.imago.calcite.catalog.Catalog.TableInfo;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the results about foreign keys. A table whose rows lie below those of another one has
 * that one's key among its columns: an import job has the project, the location and the import.
 */
final class ReferenceQueries {
  private static final Comparator<ForeignKey> BY_PARENT =
      Comparator.comparing((ForeignKey key) -> key.parent().catalog())
          .thenComparing(key -> key.parent().schema())
          .thenComparing(key -> key.parent().table());
  private static final Comparator<ForeignKey> BY_CHILD =
      Comparator.comparing((ForeignKey key) -> key.child().catalog())
          .thenComparing(key -> key.child().schema())
          .thenComparing(key -> key.child().name());

  private final Catalog catalog;

  ReferenceQueries(Catalog catalog) {
    this.catalog = catalog;
  }

  private record ForeignKey(TableInfo child, Reference parent) {
    boolean isFrom(TableName name) {
      return name.matches(child.catalog(), child.schema(), child.name());
    }

    boolean isTo(TableName name) {
      return name.matches(parent.catalog(), parent.schema(), parent.table());
    }
  }

  /** What the columns of a table refer to. */
  List<List<@Nullable Object>> imported(TableName child) {
    return rows(keys().stream().filter(key -> key.isFrom(child)).sorted(BY_PARENT).toList());
  }

  /** What refers to a table's key. */
  List<List<@Nullable Object>> exported(TableName parent) {
    return rows(keys().stream().filter(key -> key.isTo(parent)).sorted(BY_CHILD).toList());
  }

  /** How one table refers to another one's key. */
  List<List<@Nullable Object>> between(TableName parent, TableName child) {
    return rows(
        keys().stream()
            .filter(key -> key.isTo(parent) && key.isFrom(child))
            .sorted(BY_CHILD)
            .toList());
  }

  private List<ForeignKey> keys() {
    return catalog.tables().stream()
        .flatMap(child -> child.parent().map(parent -> new ForeignKey(child, parent)).stream())
        .toList();
  }

  private static List<List<@Nullable Object>> rows(List<ForeignKey> keys) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ForeignKey key : keys) {
      for (int i = 0; i < key.parent().key().size(); i++) {
        rows.add(row(key, i));
      }
    }
    return rows;
  }

  private static List<@Nullable Object> row(ForeignKey key, int index) {
    Reference parent = key.parent();
    TableInfo child = key.child();
    String column = parent.key().get(index);
    return MetadataQueries.row(
        parent.catalog(),
        parent.schema(),
        parent.table(),
        column,
        child.catalog(),
        child.schema(),
        child.name(),
        column,
        (short) (index + 1),
        (short) DatabaseMetaData.importedKeyNoAction,
        (short) DatabaseMetaData.importedKeyNoAction,
        child.name() + "_" + parent.table(),
        null,
        (short) DatabaseMetaData.importedKeyNotDeferrable);
  }
}
