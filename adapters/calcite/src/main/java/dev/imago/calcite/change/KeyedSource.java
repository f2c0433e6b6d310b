package dev.imago.calcite.change;

import dev.imago.calcite.change.Change.Slot;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUpdate;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * Plans UPDATE and DELETE: a query for the keys and the new values. Where the WHERE clause names
 * whole keys and nothing else, no row is read for it.
 */
final class KeyedSource {
  private final Expressions expressions;
  private final Sources sources;
  private final boolean bulkWrites;

  KeyedSource(Expressions expressions, Sources sources, boolean bulkWrites) {
    this.expressions = expressions;
    this.sources = sources;
    this.bulkWrites = bulkWrites;
  }

  PlannedSource plan(SqlDelete delete) {
    SqlIdentifier name = (SqlIdentifier) delete.getTargetTable();
    TableDescription table = sources.table(name.names, name);
    List<WriteMethod> methods = table.writes(WriteMethod.Kind.DELETE);
    if (methods.isEmpty()) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED, "nothing can be deleted from " + table.qualifiedName());
    }
    return plan(
        "DELETE FROM " + table.qualifiedName(),
        table,
        methods.get(0),
        List.of(),
        List.of(),
        from(name, delete.getAlias()),
        delete.getCondition());
  }

  PlannedSource plan(SqlUpdate update) {
    SqlIdentifier name = (SqlIdentifier) update.getTargetTable();
    TableDescription table = sources.table(name.names, name);
    List<WriteMethod> methods = table.writes(WriteMethod.Kind.UPDATE);
    if (methods.isEmpty()) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED, "the rows of " + table.qualifiedName() + " cannot be changed");
    }
    WriteMethod method = method(table, methods, update.getTargetColumnList());
    List<WriteArgument> set = new ArrayList<>();
    List<SqlNode> values = new ArrayList<>();
    for (int i = 0; i < update.getTargetColumnList().size(); i++) {
      WriteArgument argument =
          TargetColumns.argument(table, method, update.getTargetColumnList().get(i), "changed");
      set.add(argument);
      values.add(expressions.of(update.getSourceExpressionList().get(i), argument.type()));
    }
    return plan(
        "UPDATE " + table.qualifiedName(),
        table,
        method,
        set,
        values,
        from(name, update.getAlias()),
        update.getCondition());
  }

  /** The first write that takes every column that is set. */
  private static WriteMethod method(
      TableDescription table, List<WriteMethod> methods, SqlNodeList columns) {
    Set<String> names = new HashSet<>();
    for (SqlNode column : columns) {
      String name = TargetColumns.name(column);
      String known = table.column(name).map(found -> found.name()).orElse(name);
      if (methods.stream().noneMatch(method -> method.sets(known))) {
        throw TargetColumns.refused(table, methods.get(0), name, "changed");
      }
      if (!names.add(known)) {
        throw new ImagoException(
            ErrorCode.INVALID_STATEMENT, "the column " + known + " is set twice");
      }
    }
    return methods.stream()
        .filter(method -> names.stream().allMatch(method::sets))
        .findFirst()
        .orElseThrow(
            () ->
                new ImagoException(
                    ErrorCode.NOT_SUPPORTED,
                    "UPDATE "
                        + table.qualifiedName()
                        + " of "
                        + String.join(", ", names)
                        + " takes two changes, which are made one by one: no call does both"));
  }

  private static SqlNode from(SqlIdentifier table, @Nullable SqlIdentifier alias) {
    return alias == null
        ? table
        : SqlStdOperatorTable.AS.createCall(table.getParserPosition(), table, alias);
  }

  private PlannedSource plan(
      String statement,
      TableDescription table,
      WriteMethod method,
      List<WriteArgument> set,
      List<SqlNode> values,
      SqlNode from,
      @Nullable SqlNode where) {
    List<SqlNode> selected = new ArrayList<>();
    for (String column : method.parameters()) {
      selected.add(new SqlIdentifier(column, SqlParserPos.ZERO));
    }
    selected.addAll(values);
    KeyedRows rows = new KeyedRows(statement, table, method, bulkWrites);
    Source source =
        sources.plan(
            Selects.of(
                from.getParserPosition(),
                new SqlNodeList(selected, SqlParserPos.ZERO),
                from,
                where),
            rows::rewrite);
    List<String> names = new ArrayList<>(method.parameters());
    set.forEach(argument -> names.add(argument.name()));
    rows.fingerprint().ifPresent(names::add);
    List<Slot> slots = new ArrayList<>();
    for (RelDataTypeField field : source.rowType().getFieldList()) {
      slots.add(Slot.of(method.argument(names.get(field.getIndex())).orElseThrow(), field));
    }
    return new PlannedSource(
        source,
        new Change(table, method, method.kind(), slots, Optional.empty(), Optional.empty()));
  }
}
