package dev.imago.calcite.change;

import dev.imago.calcite.change.Change.Awaited;
import dev.imago.calcite.change.Change.Slot;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.error.NearestName;
import dev.imago.parser.statement.SqlAwait;
import dev.imago.parser.statement.SqlExec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** Plans EXEC and CALL: one row of arguments. */
final class ExecSource {
  private final Expressions expressions;
  private final Sources sources;

  ExecSource(Expressions expressions, Sources sources) {
    this.expressions = expressions;
    this.sources = sources;
  }

  /** An argument and what the statement gives for it. */
  private record Given(WriteArgument argument, SqlNode value) {}

  PlannedSource plan(SqlExec exec) {
    SqlIdentifier name = exec.method();
    List<String> parts = name.names.subList(0, name.names.size() - 1);
    if (parts.isEmpty()) {
      throw new ImagoException(
          ErrorCode.INVALID_STATEMENT,
          "a method is named with its table, as in google.compute.images." + name);
    }
    TableDescription table = sources.table(parts, name);
    WriteMethod method = method(table, name.names.get(parts.size()));
    List<Given> given = given(exec, method);
    refuseMissing(table, method, given, exec.json().isPresent());

    List<SqlNode> values = new ArrayList<>();
    for (Given each : given) {
      values.add(expressions.of(each.value(), each.argument().type()));
    }
    Optional<Integer> json =
        exec.json().map(text -> add(values, expressions.of(text, Scalar.VARCHAR)));
    Optional<Awaited> awaited =
        exec.await()
            .map(
                await ->
                    new Awaited(
                        await.amount().map(amount -> add(values, expressions.number(amount))),
                        seconds(await)));
    Source source = sources.plan(row(exec, values), UnaryOperator.identity());
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      slots.add(Slot.of(given.get(i).argument(), source.rowType().getFieldList().get(i)));
    }
    return new PlannedSource(
        source,
        new Change(table, method, WriteMethod.Kind.ACTION, slots, json, awaited),
        placesByName(given));
  }

  private static Map<String, Integer> placesByName(List<Given> given) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Given each : given) {
      if (each.value() instanceof SqlDynamicParam parameter) {
        places.put(each.argument().name(), parameter.getIndex());
        each.argument().alsoCalled().forEach(name -> places.put(name, parameter.getIndex()));
      }
    }
    return places;
  }

  private static int add(List<SqlNode> values, SqlNode value) {
    values.add(value);
    return values.size() - 1;
  }

  private static long seconds(SqlAwait await) {
    return await.unit().multiplier.longValueExact() / 1000;
  }

  private static WriteMethod method(TableDescription table, String name) {
    List<String> names = table.writes().stream().map(WriteMethod::name).toList();
    return table
        .write(name)
        .orElseThrow(
            () ->
                new ImagoException(
                    ErrorCode.INVALID_STATEMENT,
                    names.isEmpty()
                        ? table.qualifiedName() + " has no method that can be run"
                        : table.qualifiedName()
                            + " has no method \""
                            + name
                            + "\""
                            + NearestName.hint(name, names)
                            + "; it has "
                            + String.join(", ", names)));
  }

  private static List<Given> given(SqlExec exec, WriteMethod method) {
    List<Given> given = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int place = 0;
    for (SqlExec.Argument each : exec.arguments()) {
      WriteArgument argument =
          each.name().isPresent() ? named(method, each.name().get()) : placed(method, place++);
      if (!names.add(argument.name())) {
        throw new ImagoException(ErrorCode.INVALID_STATEMENT, argument.name() + " is given twice");
      }
      if (!Expressions.isDefault(each.value())) {
        given.add(new Given(argument, each.value()));
      }
    }
    return given;
  }

  private static WriteArgument named(WriteMethod method, SqlIdentifier name) {
    String given = name.names.get(name.names.size() - 1);
    List<String> names = method.arguments().stream().map(WriteArgument::name).toList();
    return method
        .argument(given)
        .orElseThrow(
            () ->
                new ImagoException(
                    ErrorCode.INVALID_STATEMENT,
                    method.name()
                        + " takes no \""
                        + given
                        + "\""
                        + NearestName.hint(given, names)
                        + "; it takes "
                        + String.join(", ", names)));
  }

  private static WriteArgument placed(WriteMethod method, int place) {
    if (place >= method.arguments().size()) {
      throw new ImagoException(
          ErrorCode.INVALID_STATEMENT,
          method.name() + " takes " + method.arguments().size() + " arguments at most");
    }
    return method.arguments().get(place);
  }

  /** What {@code @@json} may give is only known when the statement runs. */
  private static void refuseMissing(
      TableDescription table, WriteMethod method, List<Given> given, boolean hasJson) {
    Set<String> names = new HashSet<>();
    given.forEach(each -> names.add(each.argument().name()));
    List<String> missing =
        method.arguments().stream()
            .filter(WriteArgument::required)
            .filter(argument -> !(hasJson && argument.isInBody()))
            .map(WriteArgument::name)
            .filter(name -> !names.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new ImagoException(
          ErrorCode.PARAMETER_NOT_BOUND,
          table.qualifiedName()
              + "."
              + method.name()
              + " needs "
              + String.join(", ", missing)
              + "; give it as @"
              + missing.get(0)
              + " = ...");
    }
  }

  private static SqlNode row(SqlExec exec, List<SqlNode> values) {
    return Selects.of(
        exec.getParserPosition(), new SqlNodeList(values, exec.getParserPosition()), null, null);
  }
}
