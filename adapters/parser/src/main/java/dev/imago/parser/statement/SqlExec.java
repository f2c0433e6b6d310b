package dev.imago.parser.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.ImmutableNullableList;
import org.jspecify.annotations.Nullable;

/**
 * Runs a method of a table. {@code EXEC t.cancel @id = 'a'}, {@code CALL t.cancel(id => 'a')} and
 * {@code {call t.cancel(id => 'a')}} are the same node.
 *
 * <p>Values are expressions that refer to no column. Positional arguments come before named ones;
 * that no name comes twice is for the planner to check, which knows the other names of an argument.
 */
public final class SqlExec extends SqlCall {
  private static final SqlOperator OPERATOR = new Operator();

  /**
   * What one parameter of the method gets.
   *
   * @param name the parameter, as it was written; none when the place in the list says it
   * @param value an expression; {@code DEFAULT} leaves the parameter out
   */
  public record Argument(Optional<SqlIdentifier> name, SqlNode value) {}

  private final SqlIdentifier method;
  private final SqlNodeList arguments;
  private final @Nullable SqlNode json;
  private final @Nullable SqlAwait await;

  /**
   * A run of a method.
   *
   * @param method the table's name, a dot, and the method's name
   * @param arguments values, and calls of {@link SqlStdOperatorTable#ARGUMENT_ASSIGNMENT}
   * @param json the value of {@code @@json}: a text that holds the request's body
   * @param await how long the end is waited for; null when it is not
   */
  public SqlExec(
      SqlParserPos position,
      SqlIdentifier method,
      SqlNodeList arguments,
      @Nullable SqlNode json,
      @Nullable SqlAwait await) {
    super(position);
    this.method = method;
    this.arguments = arguments;
    this.json = json;
    this.await = await;
  }

  /** The table's name, a dot, and the method's name, such as {@code google.compute.images.wait}. */
  public SqlIdentifier method() {
    return method;
  }

  /** The arguments, in the order in which they are written. */
  public List<Argument> arguments() {
    List<Argument> list = new ArrayList<>();
    for (SqlNode argument : arguments) {
      list.add(
          argument.getKind() == SqlKind.ARGUMENT_ASSIGNMENT
              ? named((SqlCall) argument)
              : new Argument(Optional.empty(), argument));
    }
    return List.copyOf(list);
  }

  private static Argument named(SqlCall assignment) {
    return new Argument(Optional.of(assignment.operand(1)), assignment.operand(0));
  }

  /** The request's body, an expression that gives a JSON text. */
  public Optional<SqlNode> json() {
    return Optional.ofNullable(json);
  }

  /** How long the end of what the method starts is waited for; empty when it is not. */
  public Optional<SqlAwait> await() {
    return Optional.ofNullable(await);
  }

  @Override
  public SqlOperator getOperator() {
    return OPERATOR;
  }

  @Override
  public List<@Nullable SqlNode> getOperandList() {
    return ImmutableNullableList.of(method, arguments, json, await);
  }

  /** EXEC has no positional arguments, so CALL is written where there are any. */
  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    if (arguments().stream().anyMatch(argument -> argument.name().isEmpty())) {
      unparseCall(writer);
    } else {
      unparseExec(writer);
    }
    if (await != null) {
      await.unparse(writer, 0, 0);
    }
  }

  private void unparseCall(SqlWriter writer) {
    writer.keyword("CALL");
    method.unparse(writer, 0, 0);
    SqlWriter.Frame frame = writer.startList("(", ")");
    for (SqlNode argument : arguments) {
      writer.sep(",");
      argument.unparse(writer, 0, 0);
    }
    writer.endList(frame);
  }

  private void unparseExec(SqlWriter writer) {
    writer.keyword("EXEC");
    method.unparse(writer, 0, 0);
    SqlWriter.Frame frame = writer.startList("", "");
    for (Argument argument : arguments()) {
      writer.sep(",");
      writer.print("@");
      writer.setNeedWhitespace(false);
      argument.name().orElseThrow().unparse(writer, 0, 0);
      writer.print("=");
      argument.value().unparse(writer, 0, 0);
    }
    if (json != null) {
      writer.sep(",");
      writer.print("@@");
      writer.setNeedWhitespace(false);
      writer.keyword("JSON");
      writer.print("=");
      json.unparse(writer, 0, 0);
    }
    writer.endList(frame);
  }

  /** Makes copies for visitors. */
  private static final class Operator extends SqlSpecialOperator {
    Operator() {
      super("EXEC", SqlKind.PROCEDURE_CALL);
    }

    @Override
    public SqlCall createCall(
        @Nullable SqlLiteral functionQualifier,
        SqlParserPos position,
        @Nullable SqlNode... operands) {
      return new SqlExec(
          position,
          (SqlIdentifier) Objects.requireNonNull(operands[0]),
          (SqlNodeList) Objects.requireNonNull(operands[1]),
          operands[2],
          (SqlAwait) operands[3]);
    }
  }
}
