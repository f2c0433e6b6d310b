package dev.imago.calcite.plan;

import dev.imago.calcite.bind.IndispensableScans;
import dev.imago.calcite.exec.ScanUse;
import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.rel.EnumerableBuffer;
import dev.imago.calcite.rel.EnumerableGrandTotal;
import dev.imago.calcite.rel.EnumerableLookupJoin;
import dev.imago.calcite.rel.EnumerableRightKeepingJoin;
import dev.imago.calcite.rel.EnumerableSlice;
import dev.imago.calcite.rel.EnumerableUnionAll;
import dev.imago.calcite.rel.EnumerableUnnest;
import dev.imago.calcite.rel.LookupJoin;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableLimitSort;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.adapter.enumerable.EnumerableSort;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/**
 * Turns a logical tree into a physical one, bottom up, one node at a time. There is no choice to
 * make and so no search: each logical node has one physical form.
 */
final class PhysicalConversion {
  private static final List<RelOptRule> RULES =
      List.of(
          EnumerableRules.ENUMERABLE_JOIN_RULE,
          EnumerableRules.ENUMERABLE_CORRELATE_RULE,
          EnumerableRules.ENUMERABLE_AGGREGATE_RULE,
          EnumerableRules.ENUMERABLE_UNION_RULE,
          EnumerableRules.ENUMERABLE_INTERSECT_RULE,
          EnumerableRules.ENUMERABLE_MINUS_RULE,
          EnumerableRules.ENUMERABLE_VALUES_RULE,
          EnumerableRules.ENUMERABLE_WINDOW_RULE,
          EnumerableRules.ENUMERABLE_COLLECT_RULE,
          EnumerableRules.ENUMERABLE_TABLE_FUNCTION_SCAN_RULE,
          EnumerableRules.ENUMERABLE_MATCH_RULE,
          EnumerableRules.ENUMERABLE_TABLE_SCAN_RULE);

  /** In Calcite's code the values of a longer key must be Comparable; lists and maps are not. */
  private static final int MOST_NESTED_KEYS = 6;

  private final Map<String, Object> stashed;
  private final ScanSharing sharing;
  private final IndispensableScans indispensable;

  /**
   * A conversion of one statement.
   *
   * @param stashed takes the objects that the code will look up by name
   * @param sharing which scans may make the same calls
   * @param indispensable the scans whose rows must all be there
   */
  PhysicalConversion(
      Map<String, Object> stashed, ScanSharing sharing, IndispensableScans indispensable) {
    this.stashed = stashed;
    this.sharing = sharing;
    this.indispensable = indispensable;
  }

  /**
   * The physical tree.
   *
   * @throws ImagoException {@link ErrorCode#NOT_SUPPORTED} for a node that cannot be run
   */
  EnumerableRel convert(RelNode rel) {
    return convert(rel, false);
  }

  /**
   * The physical tree of a part.
   *
   * @param mayStop whether perhaps not all of its rows will be read
   */
  private EnumerableRel convert(RelNode rel, boolean mayStop) {
    if (rel instanceof ApiScan scan) {
      LongLists longLists = new LongLists(scan.getCluster().getRexBuilder(), stashed);
      return EnumerableApiScan.of(
          scan.accept(longLists),
          new ScanUse(sharing.of(scan), mayStop, indispensable.containsTableOf(scan)));
    }
    List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : rel.getInputs()) {
      inputs.add(convert(input, mayStopInput(rel, inputs.size(), mayStop)));
    }
    if (rel instanceof Filter filter) {
      return calc(inputs.get(0), filter(filter, inputs.get(0)));
    }
    if (rel instanceof Project project) {
      return calc(inputs.get(0), project(project, inputs.get(0)));
    }
    if (rel instanceof LookupJoin lookup) {
      return EnumerableLookupJoin.of(
          lookup.with(lookup.spec().condition().accept(nullableOperands(rel))),
          inputs.get(0),
          inputs.get(1),
          mayStop);
    }
    if (rel instanceof Uncollect unnest) {
      return EnumerableUnnest.of(unnest, inputs.get(0));
    }
    if (rel instanceof Sort sort) {
      return sort(sort, inputs.get(0));
    }
    if (rel instanceof Union union && union.all) {
      return EnumerableUnionAll.of(union, inputs, mayStop);
    }
    RelNode logical = rel instanceof Join join ? joined(join) : rel;
    if (rel instanceof Aggregate aggregate) {
      refuseLongNestedKey(aggregate);
    }
    EnumerableRel physical =
        byRule(inputs.isEmpty() ? logical : logical.copy(rel.getTraitSet(), inputs));
    return rel instanceof Aggregate aggregate && EnumerableGrandTotal.isNeeded(aggregate)
        ? EnumerableGrandTotal.of(aggregate, physical)
        : physical;
  }

  private static void refuseLongNestedKey(Aggregate aggregate) {
    if (aggregate.getGroupCount() > MOST_NESTED_KEYS
        && !aggregate.getAggCallList().isEmpty()
        && aggregate.getGroupSet().asList().stream()
            .map(key -> aggregate.getInput().getRowType().getFieldList().get(key).getType())
            .anyMatch(NestedEqualities::isNested)) {
      throw new ImagoException(
          ErrorCode.NOT_SUPPORTED,
          "rows with an ARRAY or MAP cannot be grouped by more than "
              + MOST_NESTED_KEYS
              + " columns");
    }
  }

  private static RelNode joined(Join join) {
    RelNode nullable = join.accept(nullableOperands(join));
    return join.analyzeCondition().leftKeys.size() > MOST_NESTED_KEYS
        ? nullable.accept(new NestedEqualities(join.getCluster().getRexBuilder()))
        : nullable;
  }

  private static NullableOperands nullableOperands(RelNode rel) {
    return new NullableOperands(rel.getCluster().getRexBuilder());
  }

  /** Whether perhaps not all rows of an input will be read. */
  private static boolean mayStopInput(RelNode rel, int input, boolean mayStop) {
    if (rel instanceof Sort sort) {
      return sort.getCollation().getFieldCollations().isEmpty() && (mayStop || sort.fetch != null);
    }
    if (rel instanceof LookupJoin lookup) {
      // Of a semi join's and an anti join's right rows the first is enough.
      return mayStop || (input == 1 && !lookup.spec().type().projectsRight());
    }
    if (rel instanceof Correlate correlate && input == 1) {
      return mayStop || !correlate.getJoinType().projectsRight();
    }
    boolean readsAll = rel instanceof Aggregate || (rel instanceof Join && input == 1);
    return mayStop && !readsAll;
  }

  private RexProgram filter(Filter filter, RelNode input) {
    RexBuilder rexBuilder = filter.getCluster().getRexBuilder();
    RexProgramBuilder program = new RexProgramBuilder(input.getRowType(), rexBuilder);
    program.addIdentity();
    program.addCondition(
        filter
            .getCondition()
            .accept(new NullableOperands(rexBuilder))
            .accept(new NestedEqualities(rexBuilder))
            .accept(new LongLists(rexBuilder, stashed)));
    return program.getProgram();
  }

  private RexProgram project(Project project, RelNode input) {
    RexBuilder rexBuilder = project.getCluster().getRexBuilder();
    return RexProgram.create(
        input.getRowType(),
        new LongLists(rexBuilder, stashed)
            .visitList(new NestedEqualities(rexBuilder).visitList(project.getProjects())),
        null,
        project.getRowType(),
        rexBuilder);
  }

  /** Filters and projections that follow one another are one calculation. */
  private static EnumerableRel calc(RelNode input, RexProgram program) {
    if (input instanceof EnumerableCalc below && isMergeable(below.getProgram(), program)) {
      RexProgram merged =
          RexProgramBuilder.mergePrograms(
              program, below.getProgram(), input.getCluster().getRexBuilder());
      return EnumerableCalc.create(below.getInput(), merged);
    }
    return EnumerableCalc.create(input, program);
  }

  /** What is not deterministic must be computed once a row, where it stands. */
  private static boolean isMergeable(RexProgram below, RexProgram above) {
    return below.getExprList().stream().allMatch(RexUtil::isDeterministic)
        && above.getExprList().stream().allMatch(RexUtil::isDeterministic);
  }

  private static EnumerableRel sort(Sort sort, RelNode input) {
    boolean sorts = !sort.getCollation().getFieldCollations().isEmpty();
    boolean limits = sort.fetch != null || sort.offset != null;
    if (sorts && (isLarge(sort.fetch) || isLarge(sort.offset))) {
      return EnumerableSlice.of(
          sort, EnumerableSort.create(input, sort.getCollation(), null, null));
    }
    if (sorts && limits) {
      return EnumerableLimitSort.create(input, sort.getCollation(), sort.offset, sort.fetch);
    }
    return sorts
        ? EnumerableSort.create(input, sort.getCollation(), null, null)
        : EnumerableSlice.of(sort, input);
  }

  /** Calcite keeps the first rows of an order in a list, and counts them in Java's int. */
  private static boolean isLarge(@Nullable RexNode count) {
    return count instanceof RexLiteral literal
        && RexLiteral.numberValue(literal).longValue() > Integer.MAX_VALUE;
  }

  private static EnumerableRel byRule(RelNode rel) {
    if (rel.getConvention() == EnumerableConvention.INSTANCE) {
      return (EnumerableRel) rel;
    }
    for (RelOptRule rule : RULES) {
      if (rule.getOperand().matches(rel)
          && ((ConverterRule) rule).convert(rel) instanceof EnumerableRel physical) {
        return physical instanceof EnumerableNestedLoopJoin join ? nestedLoop(join) : physical;
      }
    }
    throw new ImagoException(
        ErrorCode.NOT_SUPPORTED, "this use of " + rel.getRelTypeName() + " is not supported");
  }

  private static EnumerableRel nestedLoop(EnumerableNestedLoopJoin join) {
    return join.getJoinType().generatesNullsOnLeft()
        ? EnumerableRightKeepingJoin.of(join)
        : (EnumerableRel)
            join.copy(
                join.getTraitSet(), List.of(join.getLeft(), EnumerableBuffer.of(join.getRight())));
  }
}
