package dev.imago.calcite.rel;

import com.google.common.collect.ImmutableList;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * A read of a described table, with everything that was pushed into it. Logical: it says what is
 * wanted. {@link EnumerableApiScan} is its physical form, once its calls are chosen.
 */
public final class ApiScan extends TableScan {
  private final ScanSpec spec;

  private ApiScan(RelOptCluster cluster, RelTraitSet traits, RelOptTable table, ScanSpec spec) {
    super(cluster, traits, ImmutableList.of(), table);
    this.spec = spec;
  }

  /** A scan of every row and column. */
  public static ApiScan of(RelOptCluster cluster, RelOptTable table, TableDescription description) {
    return new ApiScan(
        cluster, cluster.traitSetOf(Convention.NONE), table, ScanSpec.all(description));
  }

  public ScanSpec spec() {
    return spec;
  }

  /** The same scan with more or less pushed into it. */
  public ApiScan with(ScanSpec changed) {
    return new ApiScan(getCluster(), getTraitSet(), getTable(), changed);
  }

  /** The same scan with more or less pushed into it. */
  public ApiScan with(UnaryOperator<ScanSpec> change) {
    return with(change.apply(spec));
  }

  /** The same rows with these columns of the table. */
  public ApiScan withColumns(List<String> names) {
    return with(
        spec.withColumns(
            names.stream().map(name -> spec.table().column(name).orElseThrow()).toList()));
  }

  @Override
  public RelDataType deriveRowType() {
    return rowType(table, spec.columns(), getCluster().getTypeFactory());
  }

  static RelDataType rowType(
      RelOptTable table, List<ColumnDescription> columns, RelDataTypeFactory factory) {
    RelDataTypeFactory.Builder row = factory.builder();
    for (ColumnDescription column : columns) {
      RelDataTypeField field = table.getRowType().getField(column.name(), true, false);
      if (field == null) {
        throw new IllegalStateException(column.name());
      }
      row.add(field);
    }
    return row.build();
  }

  /** Narrows the scan to the columns that are used; the field trimmer asks for it. */
  @Override
  public RelNode project(ImmutableBitSet used, Set<RelDataTypeField> extra, RelBuilder relBuilder) {
    if (!extra.isEmpty()) {
      return super.project(used, extra, relBuilder);
    }
    List<ColumnDescription> kept = new ArrayList<>();
    for (int column : used) {
      kept.add(spec.columns().get(column));
    }
    return kept.size() == spec.columns().size() ? this : with(spec.withColumns(kept));
  }

  /** A binding and a condition may refer to the left row of a join. */
  @Override
  public void collectVariablesUsed(Set<CorrelationId> variables) {
    for (Binding binding : spec.bindings().bindings()) {
      binding.values().values().forEach(value -> collect(value, variables));
    }
    for (PushedPredicate predicate : spec.predicates()) {
      predicate.values().forEach(value -> collect(value, variables));
    }
  }

  private static void collect(RexNode value, Set<CorrelationId> variables) {
    value.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public Void visitCorrelVariable(RexCorrelVariable variable) {
            variables.add(variable.id);
            return null;
          }
        });
  }

  /** Where the left row of a join changes, so does what the scan reads of it. */
  @Override
  public ApiScan accept(RexShuttle shuttle) {
    ScanSpec changed = spec.accept(shuttle);
    return changed.equals(spec) ? this : with(changed);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ApiScan(getCluster(), traits, getTable(), spec);
  }

  /** Prints all of the state: two scans are the same when this says the same. */
  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("spec", SpecDigest.of(spec));
  }
}
