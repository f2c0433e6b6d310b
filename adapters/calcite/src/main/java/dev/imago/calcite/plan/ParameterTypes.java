package dev.imago.calcite.plan;

import java.util.List;
import java.util.TreeMap;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidator;
import org.jspecify.annotations.Nullable;

/**
 * The types of a statement's {@code ?}, in the order of its text. Calcite lists them as it meets
 * them in its tree, where the conditions of a CASE come before all of its results.
 */
final class ParameterTypes {
  private ParameterTypes() {}

  /** The types, after the statement was found valid. */
  static List<RelDataType> of(SqlNode valid, SqlValidator validator) {
    TreeMap<Integer, RelDataType> types = new TreeMap<>();
    valid.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlDynamicParam parameter) {
            types.putIfAbsent(parameter.getIndex(), validator.getValidatedNodeType(parameter));
            return null;
          }
        });
    return List.copyOf(types.values());
  }
}
