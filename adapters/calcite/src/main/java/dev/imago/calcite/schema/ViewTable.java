package dev.imago.calcite.schema;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Omission;
import dev.imago.calcite.system.Configured;
import dev.imago.calcite.type.SqlTypes;
import dev.imago.core.description.ViewDescription;
import dev.imago.core.description.ViewDescription.AskedBy;
import dev.imago.core.description.ViewDescription.Branch;
import dev.imago.core.description.ViewDescription.ViewColumn;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.DefaultValue;
import dev.imago.core.property.Settings;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/**
 * A view over the providers that the connection is set up for. A reference to it becomes the UNION
 * ALL of their queries, over the accounts of the connection.
 */
final class ViewTable extends AbstractTable implements TranslatableTable {
  private static final String ACCOUNT = "account";
  private static final String LOCATION = "location";

  private final ViewDescription description;
  private final Configured configured;
  private final Settings settings;

  ViewTable(ViewDescription description, Configured configured, Settings settings) {
    this.description = description;
    this.configured = configured;
    this.settings = settings;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    RelDataTypeFactory.Builder row = factory.builder();
    for (ViewColumn column : description.columns()) {
      row.add(column.name(), SqlTypes.nullable(column.type(), factory));
    }
    return row.build();
  }

  @Override
  public Schema.TableType getJdbcTableType() {
    return Schema.TableType.VIEW;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ImagoException {@link ErrorCode#PARAMETER_NOT_BOUND} when no provider is set up
   */
  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    List<Branch> branches =
        description.branches().stream()
            .filter(branch -> configured.reasonAgainst(branch.provider()).isEmpty())
            .toList();
    if (branches.isEmpty()) {
      throw new ImagoException(ErrorCode.PARAMETER_NOT_BOUND, nothingIsConfigured());
    }
    List<RelNode> rows = branches.stream().map(branch -> rows(branch, context, table)).toList();
    return rows.size() == 1 ? rows.get(0) : LogicalUnion.create(rows, true);
  }

  private RelNode rows(Branch branch, RelOptTable.ToRelContext context, RelOptTable table) {
    RelDataType rowType = table.getRowType();
    RelNode rows =
        context.expandView(rowType, query(branch), List.of(), table.getQualifiedName()).project();
    return RelOptUtil.createCastRel(
        branch.askedBy().map(askedBy -> asked(rows, askedBy)).orElse(rows), rowType, true);
  }

  /**
   * The rows of a table that has no list: a statement that does not bind their key does without.
   */
  private RelNode asked(RelNode rows, AskedBy askedBy) {
    Omission omission = new Omission(qualifiedName(), askedBy.column(), askedBy.parameter());
    return rows.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(TableScan leaf) {
            return leaf instanceof ApiScan scan
                ? scan.with(spec -> spec.withOmission(omission))
                : leaf;
          }
        });
  }

  private String qualifiedName() {
    return Names.IMAGO + "." + Names.INVENTORY + "." + description.name();
  }

  private String nothingIsConfigured() {
    return qualifiedName()
        + " has no cloud to ask: "
        + configured.cloudsOf(description).gaps().orElseThrow();
  }

  private String query(Branch branch) {
    List<DefaultValue> accounts = branch.accounts().map(settings::defaults).orElse(List.of());
    String rows = "SELECT * FROM (" + branch.query() + ")";
    return accounts.isEmpty() ? rows : rows + " WHERE " + ofAccounts(accounts);
  }

  /** An account belongs to a location, where the connection says so. */
  private static String ofAccounts(List<DefaultValue> accounts) {
    return accounts.stream()
        .map(
            account ->
                equal(ACCOUNT, account.value())
                    + account
                        .within()
                        .map(within -> " AND " + equal(LOCATION, within.value()))
                        .orElse(""))
        .collect(Collectors.joining(" OR "));
  }

  private static String equal(String column, String value) {
    return column + " = '" + value.replace("'", "''") + "'";
  }

  ViewDescription description() {
    return description;
  }
}
