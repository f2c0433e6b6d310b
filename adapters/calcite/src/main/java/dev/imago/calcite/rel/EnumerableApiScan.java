package dev.imago.calcite.rel;

import com.google.common.collect.ImmutableList;
import dev.imago.calcite.exec.PredicateTemplate;
import dev.imago.calcite.exec.ReadTemplate;
import dev.imago.calcite.exec.ScanRows;
import dev.imago.calcite.exec.ScanTemplate;
import dev.imago.calcite.exec.ScanUse;
import dev.imago.calcite.exec.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.util.BuiltInMethod;

/**
 * A scan whose calls are chosen, as code. The scan travels as an object; only values that are not
 * known before the statement runs become code.
 */
public final class EnumerableApiScan extends TableScan implements EnumerableRel {
  private final ScanSpec spec;
  private final List<PlannedRead> reads;
  private final ScanUse use;

  private EnumerableApiScan(
      RelOptCluster cluster, RelTraitSet traits, RelOptTable table, ScanSpec spec, ScanUse use) {
    super(cluster, traits, ImmutableList.of(), table);
    this.spec = spec;
    this.use = use;
    this.reads =
        spec.reads().orElseThrow(() -> new IllegalArgumentException("no calls are chosen"));
  }

  /**
   * The physical form of a scan whose calls are chosen.
   *
   * @param use what the statement does with its rows
   */
  public static EnumerableApiScan of(ApiScan scan, ScanUse use) {
    return new EnumerableApiScan(
        scan.getCluster(),
        scan.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        scan.getTable(),
        scan.spec(),
        use);
  }

  public ScanSpec spec() {
    return spec;
  }

  /** What the statement does with its rows. */
  public ScanUse use() {
    return use;
  }

  @Override
  public RelDataType deriveRowType() {
    return ApiScan.rowType(table, spec.columns(), getCluster().getTypeFactory());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableApiScan(getCluster(), traits, getTable(), spec, use);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("spec", SpecDigest.of(spec)).item("use", use);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    List<RexNode> computed = new ArrayList<>();
    ScanTemplate template = template(computed);
    Expression rows =
        Expressions.call(
            ScanRows.class,
            "of",
            DataContext.ROOT,
            implementor.stash(template, ScanTemplate.class),
            values(computed, implementor));
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), prefer.preferArray());
    return implementor.result(physType, Expressions.block(Expressions.return_(null, rows)));
  }

  /**
   * The values, computed in a method of their own: where Calcite joins the code of two relations to
   * one block, it gives equal names in it other ones, but not those within the branches of a CASE.
   */
  @SuppressWarnings("unchecked") // The class of a function has no type parameters.
  private Expression values(List<RexNode> computed, EnumerableRelImplementor implementor) {
    BlockBuilder code = new BlockBuilder();
    Expression values =
        Expressions.newArrayInit(Object.class, translate(computed, implementor, code));
    if (computed.isEmpty()) {
      return values;
    }
    code.add(Expressions.return_(null, values));
    Expression method = Expressions.lambda(Function0.class, code.toBlock());
    return Expressions.convert_(
        Expressions.call(method, BuiltInMethod.FUNCTION0_APPLY.method), Object[].class);
  }

  /** The scan as an object; values that are no literals are added to {@code computed}. */
  public ScanTemplate template(List<RexNode> computed) {
    List<ReadTemplate> templates = new ArrayList<>();
    for (PlannedRead read : reads) {
      Map<String, Slot> bindings = new TreeMap<>();
      read.binding()
          .values()
          .forEach((column, value) -> bindings.put(column, slot(value, computed)));
      templates.add(new ReadTemplate(read.method(), bindings));
    }
    List<PredicateTemplate> predicates = new ArrayList<>();
    for (PushedPredicate predicate : spec.predicates()) {
      predicates.add(
          new PredicateTemplate(
              predicate.column(),
              predicate.comparison(),
              predicate.values().stream().map(value -> slot(value, computed)).toList(),
              predicate.isExact()));
    }
    return new ScanTemplate(
        spec.table(),
        spec.columns(),
        templates,
        predicates,
        spec.order(),
        spec.limit().map(PushedLimit::offset).map(offset -> slot(offset, computed)),
        spec.limit().map(PushedLimit::fetch).map(fetch -> slot(fetch, computed)),
        spec.gathering().isPresent(),
        spec.omission().isPresent(),
        use);
  }

  private static Slot slot(RexNode value, List<RexNode> computed) {
    Optional<Object> known = LiteralValue.of(value);
    if (known.isPresent()) {
      return new Slot.Known(known.get());
    }
    int index = computed.indexOf(value);
    if (index < 0) {
      index = computed.size();
      computed.add(value);
    }
    return new Slot.Computed(index);
  }

  private List<Expression> translate(
      List<RexNode> computed, EnumerableRelImplementor implementor, BlockBuilder code) {
    RexProgramBuilder program =
        new RexProgramBuilder(
            getCluster().getTypeFactory().builder().build(), getCluster().getRexBuilder());
    for (int i = 0; i < computed.size(); i++) {
      program.addProject(computed.get(i), "v" + i);
    }
    return translate(program.getProgram(), implementor, code).stream()
        .map(value -> (Expression) Expressions.convert_(value, Object.class))
        .toList();
  }

  private static List<Expression> translate(
      RexProgram program, EnumerableRelImplementor implementor, BlockBuilder code) {
    return RexToLixTranslator.translateProjects(
        program,
        implementor.getTypeFactory(),
        SqlConformanceEnum.BABEL,
        code,
        null,
        null,
        DataContext.ROOT,
        (list, index, storageType) -> {
          throw new IllegalStateException("a value of a scan refers to a row");
        },
        implementor::getCorrelVariableGetter);
  }
}
