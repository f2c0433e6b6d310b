package dev.imago.jdbc.metadata;

import dev.imago.calcite.catalog.Catalog;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** Two tables, a view and a system table, written by hand. */
final class SampleCatalog implements Catalog {
  private final RelDataTypeFactory types = new JavaTypeFactoryImpl();
  private final RelDataType text = types.createSqlType(SqlTypeName.VARCHAR);

  @Override
  public List<SchemaInfo> schemas() {
    return List.of(
        new SchemaInfo("google", "compute", "Images and operations."),
        new SchemaInfo("google", "vmmigration", "Imports."),
        new SchemaInfo("imago", "inventory", "All clouds."),
        new SchemaInfo("imago", "system", "The product itself."));
  }

  @Override
  public List<TableInfo> tables() {
    return List.of(
        new TableInfo(
            "imago",
            "system",
            "calls",
            TableKind.SYSTEM_TABLE,
            "The calls.",
            List.of(new ColumnInfo("seq", nullable(SqlTypeName.INTEGER), "From 1.")),
            List.of(),
            Optional.empty()),
        new TableInfo(
            "google",
            "compute",
            "images",
            TableKind.TABLE,
            "Disk images.",
            List.of(
                new ColumnInfo("project", text, "The project."),
                new ColumnInfo("name", text, "The name."),
                new ColumnInfo("id", types.createSqlType(SqlTypeName.DECIMAL, 19, 0), "The id."),
                new ColumnInfo("diskSizeGb", nullable(SqlTypeName.BIGINT), "The size."),
                new ColumnInfo(
                    "creationTimestamp", types.createSqlType(SqlTypeName.TIMESTAMP, 3), "When."),
                new ColumnInfo(
                    "licenses",
                    types.createTypeWithNullability(types.createArrayType(text, -1), true),
                    "The licenses."),
                new ColumnInfo("labels", types.createMapType(text, text), "The labels."),
                new ColumnInfo(
                    "deprecated",
                    types.createStructType(List.of(text), List.of("state")),
                    "Whether it is.")),
            List.of("project", "name"),
            Optional.empty()),
        new TableInfo(
            "google",
            "compute",
            "image_family_views",
            TableKind.TABLE,
            "Families.",
            List.of(new ColumnInfo("project", text, "The project.")),
            List.of("project"),
            Optional.of(new Reference("google", "compute", "images", List.of("project", "name")))),
        new TableInfo(
            "imago",
            "inventory",
            "images",
            TableKind.VIEW,
            "Images of all clouds.",
            List.of(new ColumnInfo("provider", text, "The cloud.")),
            List.of(),
            Optional.empty()));
  }

  @Override
  public List<MethodInfo> methods() {
    List<ColumnInfo> operation =
        List.of(
            new ColumnInfo("name", text, "The operation."),
            new ColumnInfo("progress", nullable(SqlTypeName.INTEGER), "In percent."));
    return List.of(
        new MethodInfo(
            "google",
            "vmmigration",
            "image_imports",
            "delete",
            "Forgets an import.",
            List.of(new ArgumentInfo("projectsId", text, true, "The project.")),
            operation),
        new MethodInfo(
            "google",
            "compute",
            "images",
            "insert",
            "Makes an image.",
            List.of(new ArgumentInfo("project", text, true, "The project.")),
            operation),
        new MethodInfo(
            "google",
            "compute",
            "images",
            "deprecate",
            "Sets the deprecation.",
            List.of(
                new ArgumentInfo("project", text, true, "The project."),
                new ArgumentInfo("diskSizeGb", nullable(SqlTypeName.BIGINT), false, "The size.")),
            operation));
  }

  private RelDataType nullable(SqlTypeName name) {
    return types.createTypeWithNullability(types.createSqlType(name), true);
  }
}
