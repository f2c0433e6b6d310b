package dev.imago.calcite.change;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Binding;
import dev.imago.calcite.rel.BindingSet;
import dev.imago.calcite.rule.FilterBindings;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.tools.RelBuilder;

/**
 * The rows of an UPDATE or DELETE. The query for them is a projection of a filtered scan: the key's
 * columns first, then the new values. Used for one statement.
 */
final class KeyedRows {
  private final String statement;
  private final TableDescription table;
  private final WriteMethod method;
  private final boolean bulkWrites;
  private Optional<String> fingerprint = Optional.empty();

  KeyedRows(String statement, TableDescription table, WriteMethod method, boolean bulkWrites) {
    this.statement = statement;
    this.table = table;
    this.method = method;
    this.bulkWrites = bulkWrites;
  }

  /** The argument that the WHERE clause gave, which the last column of each row holds. */
  Optional<String> fingerprint() {
    return fingerprint;
  }

  /**
   * The query with no read that it can do without.
   *
   * @throws ImagoException {@link ErrorCode#PARAMETER_NOT_BOUND} when the WHERE clause does not
   *     name whole keys
   */
  RelNode rewrite(RelNode query) {
    if (!(query instanceof Project project)) {
      throw new IllegalStateException("no projection: " + query);
    }
    Filter filter = project.getInput() instanceof Filter found ? found : null;
    RelNode below = filter == null ? project.getInput() : filter.getInput();
    if (!(below instanceof ApiScan scan)) {
      throw new IllegalStateException("no scan: " + below);
    }
    if (filter == null) {
      refuseWithoutKey(BindingSet.UNBOUND);
      return query;
    }
    FilterBindings found = FilterBindings.of(filter.getCondition(), scan);
    if (!bindsKey(found.bindings())) {
      refuseWithoutKey(found.bindings());
      return query;
    }
    List<RexNode> projects = new ArrayList<>(project.getProjects());
    List<RexNode> residual = new ArrayList<>(found.residual());
    takeFingerprint(residual, scan).ifPresent(projects::add);
    // A condition on a further column may contradict the key, and a sub-query may refer to the row:
    // that takes the row.
    boolean isKnown =
        residual.isEmpty()
            && found.bindings().columns().equals(Set.copyOf(method.parameters()))
            && project.getVariablesSet().isEmpty()
            && needOnlyKey(projects, scan);
    if (isKnown) {
      return known(found.bindings(), projects, scan);
    }
    return fingerprint.isEmpty() ? query : withFingerprint(project, filter, projects, scan);
  }

  /** The query with one more column, and without the condition that gave it. */
  private RelNode withFingerprint(
      Project project, Filter filter, List<RexNode> projects, ApiScan scan) {
    List<RexNode> conditions = new ArrayList<>(RelOptUtil.conjunctions(filter.getCondition()));
    takeFingerprint(conditions, scan);
    return builder(scan)
        .push(scan)
        .filter(filter.getVariablesSet(), conditions)
        .project(projects, List.of(), false, project.getVariablesSet())
        .build();
  }

  private static RelBuilder builder(ApiScan scan) {
    return RelFactories.LOGICAL_BUILDER.create(scan.getCluster(), null);
  }

  /** Whether every key is one that the clause writes out. A full resource name is one too. */
  private boolean bindsKey(BindingSet bindings) {
    return method.parameters().stream()
        .allMatch(column -> bindings.columns().contains(column) || isInName(column, bindings));
  }

  private boolean isInName(String column, BindingSet bindings) {
    return table.columns().stream()
        .filter(each -> bindings.columns().contains(each.name()))
        .flatMap(each -> each.resource().stream())
        .anyMatch(resource -> resource.variables().contains(column));
  }

  private void refuseWithoutKey(BindingSet bindings) {
    if (bulkWrites) {
      return;
    }
    throw new ImagoException(
        ErrorCode.PARAMETER_NOT_BOUND,
        statement
            + " needs the whole key in WHERE, with =, IN or ?: "
            + String.join(", ", method.parameters())
            + "; "
            + (bindings.columns().isEmpty()
                ? "nothing of it is there"
                : "it has " + String.join(", ", new TreeSet<>(bindings.columns())))
            + ". With bulkWrites=true the rows that match are read first, and each is changed");
  }

  /** A condition on what a write must repeat is no filter, but what it repeats. */
  private Optional<RexNode> takeFingerprint(List<RexNode> conjuncts, ApiScan scan) {
    for (RexNode conjunct : conjuncts) {
      if (conjunct.getKind() == SqlKind.EQUALS) {
        RexCall equality = (RexCall) conjunct;
        Optional<RexNode> value =
            fingerprint(equality.operands.get(0), equality.operands.get(1), scan)
                .or(() -> fingerprint(equality.operands.get(1), equality.operands.get(0), scan));
        if (value.isPresent()) {
          conjuncts.remove(conjunct);
          return value;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<RexNode> fingerprint(RexNode column, RexNode value, ApiScan scan) {
    if (!(column instanceof RexInputRef reference)
        || !RelOptUtil.InputFinder.bits(value).isEmpty()) {
      return Optional.empty();
    }
    ColumnDescription compared = scan.spec().columns().get(reference.getIndex());
    if (!method.readFirst().contains(compared.name())) {
      return Optional.empty();
    }
    fingerprint = Optional.of(compared.name());
    return Optional.of(value);
  }

  private boolean needOnlyKey(List<RexNode> projects, ApiScan scan) {
    return RelOptUtil.InputFinder.bits(projects, null).asList().stream()
        .map(index -> scan.spec().columns().get(index).name())
        .allMatch(method.parameters()::contains);
  }

  /** One row for each key, without a read. */
  private RelNode known(BindingSet bindings, List<RexNode> projects, ApiScan scan) {
    RelBuilder builder = builder(scan);
    List<String> columns = method.parameters();
    for (Binding binding : bindings.bindings()) {
      List<RexNode> key =
          columns.stream()
              .map(column -> Objects.requireNonNull(binding.values().get(column)))
              .toList();
      builder.push(LogicalValues.createOneRow(scan.getCluster())).project(key, columns, true);
    }
    if (bindings.isEmpty()) {
      return builder.push(scan).project(projects).empty().build();
    }
    builder.union(true, bindings.bindings().size());
    RexShuttle toKey =
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef reference) {
            String column = scan.spec().columns().get(reference.getIndex()).name();
            return builder.field(columns.indexOf(column));
          }
        };
    return builder.project(toKey.visitList(projects)).build();
  }
}
