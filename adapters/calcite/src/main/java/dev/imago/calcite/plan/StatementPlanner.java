package dev.imago.calcite.plan;

import dev.imago.calcite.bind.Binder;
import dev.imago.calcite.bind.Bound;
import dev.imago.calcite.bind.IndispensableScans;
import dev.imago.calcite.bind.ReadChoice;
import dev.imago.calcite.change.ChangePlanner;
import dev.imago.calcite.change.ChangeText;
import dev.imago.calcite.change.PlannedChange;
import dev.imago.calcite.change.Source;
import dev.imago.calcite.change.Sources;
import dev.imago.calcite.exec.ExecutionContext;
import dev.imago.calcite.explain.ExplainText;
import dev.imago.calcite.function.FunctionForms;
import dev.imago.calcite.rel.EnumerableApiScan;
import dev.imago.calcite.schema.EngineSchema;
import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.statement.Plan;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.DefaultValue;
import dev.imago.core.statement.Cancellation;
import dev.imago.parser.ParserConfig;
import dev.imago.parser.SyntaxErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.util.CancelFlag;

/** Plans a statement: parse, validate, convert, run the {@link Pipeline}, make it runnable. */
public final class StatementPlanner {
  private static final SqlParser.Config PARSER = ParserConfig.of(NameScope.CONFORMANCE);

  /** In Calcite, a longer IN list becomes a join with VALUES; here it stays a list. */
  private static final int LONGEST_IN_LIST = Integer.MAX_VALUE;

  /**
   * Calcite mixes up columns when it merges the SELECT list over a query in FROM with that query's,
   * and the list has a correlated sub-query. The pipeline merges them later.
   */
  private static final int NEVER_MERGE = -1;

  private static final SqlToRelConverter.Config CONVERSION =
      SqlToRelConverter.config()
          .withExpand(false)
          .withTrimUnusedFields(false)
          .withInSubQueryThreshold(LONGEST_IN_LIST)
          .addRelBuilderConfigTransform(config -> config.withBloat(NEVER_MERGE));

  private final EngineSchema names;
  private final JavaTypeFactory typeFactory;
  private final Function<String, List<DefaultValue>> defaults;
  private final boolean enumerate;
  private final ExplainText explainText;
  private final ChangePlanner changePlanner;
  private final Supplier<ChangeText> changeText;
  private final CodeGeneration codeGeneration;
  private final NameHints hints;
  private final NameQueries nameQueries;
  private final DescribedNames describedTables;
  private final OwnMethods ownMethods;

  /**
   * A planner for one set of names and settings.
   *
   * @param defaults the default values of a property: {@code google.project}
   * @param enumerate whether a parameter that is not bound may be filled in
   * @param explainText prints plans of queries
   * @param changePlanner plans what changes things
   * @param changeText prints plans of changes
   * @param codeGeneration when plans become code
   */
  public StatementPlanner(
      EngineSchema names,
      JavaTypeFactory typeFactory,
      Function<String, List<DefaultValue>> defaults,
      boolean enumerate,
      ExplainText explainText,
      ChangePlanner changePlanner,
      Supplier<ChangeText> changeText,
      CodeGeneration codeGeneration) {
    this.names = names;
    this.typeFactory = typeFactory;
    this.defaults = defaults;
    this.enumerate = enumerate;
    this.explainText = explainText;
    this.changePlanner = changePlanner;
    this.changeText = changeText;
    this.codeGeneration = codeGeneration;
    this.hints = new NameHints(names.catalog());
    this.nameQueries = new NameQueries(names.catalog(), PARSER);
    this.describedTables = new DescribedNames(names.catalog());
    this.ownMethods = new OwnMethods(typeFactory);
  }

  /**
   * Plans a statement. No call is made.
   *
   * @param catalog the default catalog
   * @param schema where in it a bare table name is looked up
   * @throws ImagoException when the statement cannot be planned
   */
  public Plan plan(String sql, String catalog, String schema, Cancellation cancellation) {
    SqlNode statement = parse(sql);
    NameScope scope = new NameScope(names.root(), typeFactory, catalog, schema);
    try {
      if (statement instanceof SqlExplain explain) {
        return explain(explain.getExplicandum(), scope, cancellation);
      }
      Optional<OwnMethods.Run> own = ownMethods.find(statement, scope);
      if (own.isPresent()) {
        return ownMethods.plan(own.get());
      }
      return ChangePlanner.isChange(statement)
          ? change(statement, scope, cancellation)
          : query(nameQueries.queryFor(statement, scope), scope, cancellation);
    } catch (ImagoException e) {
      throw e;
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      cancellation.check();
      ImagoException error = PlanningErrors.translate(e);
      String hint = hints.hint(error.code(), error.getMessage(), statement, scope);
      throw hint.isEmpty() ? error : new ImagoException(error.code(), error.getMessage() + hint, e);
    }
  }

  private static SqlNode parse(String sql) {
    try {
      return SqlParser.create(sql, PARSER).parseStmt();
    } catch (SqlParseException e) {
      throw new ImagoException(
          ErrorCode.SYNTAX, new SyntaxErrors(PARSER).describe(sql, e).message(), e);
    }
  }

  /** What the first half of planning gives. */
  private record Planned(
      EnumerableRel rel,
      Map<String, Object> stashed,
      List<OutputColumn> columns,
      List<RelDataType> parameters,
      List<String> omissions) {}

  private PlannedChange change(SqlNode statement, NameScope scope, Cancellation cancellation) {
    return changePlanner.plan(
        statement,
        new Sources() {
          @Override
          public TableDescription table(List<String> parts, SqlIdentifier name) {
            return describedTables.find(parts, name, scope);
          }

          @Override
          public Source plan(SqlNode query, UnaryOperator<RelNode> rewrite) {
            return source(optimize(query, rewrite, scope, cancellation));
          }
        });
  }

  private Source source(Planned planned) {
    Bindable<?> code = codeGeneration.runnable(planned.rel(), planned.stashed());
    boolean makesCalls = TreeSearch.has(planned.rel(), EnumerableApiScan.class);
    return new Source(
        planned.rel().getRowType(),
        planned.parameters(),
        planned.stashed(),
        planned.omissions(),
        code,
        makesCalls ? explainText.of(planned.rel(), planned.omissions()) : "");
  }

  private Plan query(SqlNode statement, NameScope scope, Cancellation cancellation) {
    Planned planned = optimize(statement, UnaryOperator.identity(), scope, cancellation);
    Bindable<?> code = codeGeneration.runnable(planned.rel(), planned.stashed());
    return new PlannedStatement(
        Plan.Kind.QUERY,
        planned.columns(),
        planned.parameters(),
        planned.stashed(),
        planned.omissions(),
        code);
  }

  private Plan explain(SqlNode statement, NameScope scope, Cancellation cancellation) {
    Optional<OwnMethods.Run> own = ownMethods.find(statement, scope);
    if (own.isPresent()) {
      String text = "Run(" + own.get().name() + ")";
      return explanation(List.of(), Map.of(), context -> text);
    }
    if (ChangePlanner.isChange(statement)) {
      PlannedChange change = change(statement, scope, cancellation);
      return explanation(
          change.parameters(),
          change.source().stashed(),
          context -> changeText.get().of(change, (ExecutionContext) context));
    }
    Planned planned = optimize(statement, UnaryOperator.identity(), scope, cancellation);
    String text = explainText.of(planned.rel(), planned.omissions());
    return explanation(planned.parameters(), Map.of(), context -> text);
  }

  private Plan explanation(
      List<RelDataType> parameters,
      Map<String, Object> stashed,
      Function<DataContext, String> text) {
    RelDataType type = typeFactory.createSqlType(SqlTypeName.VARCHAR);
    return new PlannedStatement(
        Plan.Kind.EXPLAIN,
        List.of(new OutputColumn("PLAN", type, Optional.empty())),
        parameters,
        stashed,
        List.of(),
        context -> Linq4j.singletonEnumerable((Object) text.apply(context)));
  }

  private Planned optimize(
      SqlNode statement,
      UnaryOperator<RelNode> rewrite,
      NameScope scope,
      Cancellation cancellation) {
    if (!statement.isA(SqlKind.QUERY)) {
      throw notSupported(statement);
    }
    SqlValidator validator = scope.validator();
    SqlNode valid =
        validator.validate(
            Objects.requireNonNull(FunctionForms.standard(statement).accept(new ParameterForms())));
    List<RelDataType> parameters = ParameterTypes.of(valid, validator);

    cancellation.check();
    RelOptCluster cluster = cluster(cancellation);
    SqlToRelConverter converter = converter(validator, scope, cluster);
    RelRoot root = converter.convertQuery(valid, false, true);
    cancellation.check();
    Binder binder =
        new Binder(new ReadChoice(defaults, enumerate, cluster.getRexBuilder()), cancellation);
    Pipeline pipeline = new Pipeline(cluster.getPlanner().getContext(), binder);
    Map<String, Object> stashed = new HashMap<>();
    Bound bound = pipeline.run(rewrite.apply(root.project()));
    ScanSharing sharing = ScanSharing.of(Extraction.byFunction(CheckedArithmetic.in(bound.rel())));
    IndispensableScans indispensable = IndispensableScans.of(sharing.rel());
    EnumerableRel rel =
        new PhysicalConversion(stashed, sharing, indispensable).convert(sharing.rel());
    return new Planned(
        rel,
        stashed,
        outputs(validator.getValidatedNodeType(valid), origins(validator, valid)),
        parameters,
        bound.omissions());
  }

  private static ImagoException notSupported(SqlNode statement) {
    String verb =
        statement instanceof SqlCall call
            ? call.getOperator().getName()
            : statement.getKind().toString();
    return new ImagoException(
        ErrorCode.NOT_SUPPORTED, verb.replace('_', ' ') + " statements are not supported");
  }

  private static SqlToRelConverter converter(
      SqlValidator validator, NameScope scope, RelOptCluster cluster) {
    ViewExpansion views =
        new ViewExpansion(scope, PARSER, inner -> converter(inner, scope, cluster));
    return new SqlToRelConverter(
        views, validator, scope, cluster, scope.contextFunctions(), CONVERSION);
  }

  /** Volcano plans nothing here: rules ask a cluster's planner for its traits and its context. */
  private RelOptCluster cluster(Cancellation cancellation) {
    RelOptPlanner planner =
        new VolcanoPlanner(null, Contexts.of(new CancelFlag(cancellation.flag())));
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    RelOptCluster cluster = RelOptCluster.create(planner, new RexBuilder(typeFactory));
    Metadata.install(cluster);
    return cluster;
  }

  private static List<Optional<OutputColumn.Origin>> origins(
      SqlValidator validator, SqlNode statement) {
    List<Optional<OutputColumn.Origin>> origins = new ArrayList<>();
    for (List<String> path : validator.getFieldOrigins(statement)) {
      origins.add(
          path == null || path.size() != 4
              ? Optional.empty()
              : Optional.of(
                  new OutputColumn.Origin(path.get(0), path.get(1), path.get(2), path.get(3))));
    }
    return origins;
  }

  private static List<OutputColumn> outputs(
      RelDataType rowType, List<Optional<OutputColumn.Origin>> origins) {
    List<OutputColumn> columns = new ArrayList<>();
    for (RelDataTypeField field : rowType.getFieldList()) {
      columns.add(
          new OutputColumn(field.getName(), field.getType(), origins.get(field.getIndex())));
    }
    return columns;
  }
}
