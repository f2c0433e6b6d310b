package dev.imago.parser.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.ImmutableNullableList;
import org.jspecify.annotations.Nullable;

/** Lists names: {@code SHOW TABLES FROM google.compute LIKE 'image%'}. */
public final class SqlShow extends SqlCall {
  private static final SqlOperator OPERATOR = new Operator();

  /** What is listed. */
  public enum Subject {
    /** The providers, and the catalogs of views. */
    CATALOGS(0),
    /** The services, of one catalog. */
    SCHEMAS(1),
    /** The tables, of one catalog or schema. */
    TABLES(2),
    /** The methods of tables, of one catalog, schema or table. */
    METHODS(3);

    private final int mostParts;

    Subject(int mostParts) {
      this.mostParts = mostParts;
    }

    /** How many parts the name after FROM can have; 0 when there is no FROM. */
    public int mostParts() {
      return mostParts;
    }
  }

  private final SqlLiteral subject;
  private final @Nullable SqlIdentifier scope;
  private final @Nullable SqlNode pattern;

  /**
   * A list of names.
   *
   * @param subject what is listed, a {@link Subject} as a symbol
   * @param scope where; null says everywhere
   * @param pattern what the names are like, a text or {@code ?}; null says any
   */
  public SqlShow(
      SqlParserPos position,
      SqlLiteral subject,
      @Nullable SqlIdentifier scope,
      @Nullable SqlNode pattern) {
    super(position);
    this.subject = subject;
    this.scope = scope;
    this.pattern = pattern;
  }

  /** What is listed. */
  public Subject subject() {
    return subject.getValueAs(Subject.class);
  }

  /** The catalog, schema or table whose names are listed; has {@link Subject#mostParts} at most. */
  public Optional<SqlIdentifier> scope() {
    return Optional.ofNullable(scope);
  }

  /** The pattern of LIKE that the names must match: a string or {@code ?}. */
  public Optional<SqlNode> pattern() {
    return Optional.ofNullable(pattern);
  }

  @Override
  public SqlOperator getOperator() {
    return OPERATOR;
  }

  @Override
  public List<@Nullable SqlNode> getOperandList() {
    return ImmutableNullableList.of(subject, scope, pattern);
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    writer.keyword("SHOW");
    writer.keyword(subject().name());
    if (scope != null) {
      writer.keyword("FROM");
      scope.unparse(writer, 0, 0);
    }
    if (pattern != null) {
      writer.keyword("LIKE");
      pattern.unparse(writer, 0, 0);
    }
  }

  /** Makes copies for visitors. */
  private static final class Operator extends SqlSpecialOperator {
    Operator() {
      super("SHOW", SqlKind.OTHER);
    }

    @Override
    public SqlCall createCall(
        @Nullable SqlLiteral functionQualifier,
        SqlParserPos position,
        @Nullable SqlNode... operands) {
      return new SqlShow(
          position,
          (SqlLiteral) Objects.requireNonNull(operands[0]),
          (SqlIdentifier) operands[1],
          operands[2]);
    }
  }
}
