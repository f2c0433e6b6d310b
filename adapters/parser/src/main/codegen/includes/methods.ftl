<#-- Statements that run methods: EXEC and CALL.

Where AnyWord can follow, each choice says how many tokens it looks ahead at: JavaCC cannot look past
a word that is taken by an action. -->

/* What stands before the name of an argument, and before json. */
<DEFAULT, DQID, BTID, BQID, BQHID> TOKEN :
{
    < ARGUMENT_SIGN: "@" >
|   < BODY_SIGN: "@@" >
}

/** Parses a statement that runs a method, in any of its three spellings. */
SqlExec MethodStatement() :
{
    final SqlExec statement;
}
{
    (
        statement = ExecStatement()
    |
        statement = CallStatement()
    |
        statement = EscapedCall()
    )
    {
        return statement;
    }
}

/**
 * Parses {@code EXEC t.m @a = 1, @b = 2, @@json = '{}' AWAIT 30 SECOND}.
 *
 * <p>The sign before each name tells where an argument starts, so the commas can be left out.
 */
SqlExec ExecStatement() :
{
    final Span s;
    final SqlIdentifier method;
    final List<SqlNode> arguments = new ArrayList<SqlNode>();
    SqlNode json = null;
    SqlAwait await = null;
}
{
    ( <EXEC> | <EXECUTE> ) { s = span(); }
    method = MethodName()
    (
        LOOKAHEAD(1)
        json = Body()
    |
        LOOKAHEAD(1)
        SignedArgument(arguments)
        (
            LOOKAHEAD([ <COMMA> ] <ARGUMENT_SIGN>)
            [ <COMMA> ] SignedArgument(arguments)
        )*
        [ [ <COMMA> ] json = Body() ]
    |
        { }
    )
    [ await = Await() ]
    {
        return new SqlExec(s.end(this), method,
            new SqlNodeList(arguments, s.end(this)), json, await);
    }
}

/** Parses {@code @a = 1}. */
void SignedArgument(List<SqlNode> arguments) :
{
    final SqlIdentifier name;
    final SqlNode value;
}
{
    <ARGUMENT_SIGN> name = AnyWord()
    <EQ> value = Expression(ExprContext.ACCEPT_SUB_QUERY) {
        arguments.add(
            SqlStdOperatorTable.ARGUMENT_ASSIGNMENT.createCall(
                Span.of(name, value).pos(), value, name));
    }
}

/** Parses {@code @@json = '{}'}. */
SqlNode Body() :
{
    final SqlNode value;
}
{
    <BODY_SIGN> <JSON> <EQ> value = Expression(ExprContext.ACCEPT_SUB_QUERY) {
        return value;
    }
}

/** Parses {@code CALL t.m(1, b => 2) AWAIT}; the parentheses can be left out when empty. */
SqlExec CallStatement() :
{
    final Span s;
    final SqlIdentifier method;
    final List<SqlNode> arguments = new ArrayList<SqlNode>();
    SqlAwait await = null;
}
{
    <CALL> { s = span(); }
    method = MethodName()
    [
        LOOKAHEAD(1)
        <LPAREN>
        [
            LOOKAHEAD({ getToken(1).kind != RPAREN })
            CallArgument(arguments)
            ( LOOKAHEAD(1) <COMMA> CallArgument(arguments) )*
        ]
        <RPAREN>
    ]
    [ await = Await() ]
    {
        return new SqlExec(s.end(this), method,
            new SqlNodeList(arguments, s.end(this)), null, await);
    }
}

/** Parses {@code 1} or {@code b => 2}. */
void CallArgument(List<SqlNode> arguments) :
{
    SqlIdentifier name = null;
    final SqlNode value;
}
{
    (
        LOOKAHEAD({ getToken(2).kind == NAMED_ARGUMENT_ASSIGNMENT })
        name = AnyWord() <NAMED_ARGUMENT_ASSIGNMENT> value = CallValue()
    |
        value = CallValue()
    )
    {
        if (name != null) {
            arguments.add(
                SqlStdOperatorTable.ARGUMENT_ASSIGNMENT.createCall(
                    Span.of(name, value).pos(), value, name));
        } else if (!arguments.isEmpty()
            && arguments.get(arguments.size() - 1).getKind() == SqlKind.ARGUMENT_ASSIGNMENT) {
            throw Refusal.at(value.getParserPosition(),
                "an argument without a name stands behind one with a name; write name => value");
        } else {
            arguments.add(value);
        }
    }
}

SqlNode CallValue() :
{
    final SqlNode value;
}
{
    (
        value = Default()
    |
        value = Expression(ExprContext.ACCEPT_SUB_QUERY)
    )
    {
        return value;
    }
}

/** Parses the JDBC escape {@code {call t.m(1)}}. */
SqlExec EscapedCall() :
{
    final SqlExec call;
}
{
    <LBRACE>
    [
        <HOOK> {
            throw Refusal.at(getPos(),
                "a method gives rows and no return value; write {call ...} without ? =");
        }
    ]
    call = CallStatement()
    <RBRACE> {
        return call;
    }
}

/** Parses {@code AWAIT} or {@code AWAIT 30 SECOND}. */
SqlAwait Await() :
{
    final Span s;
    SqlNode amount = null;
    TimeUnit unit = TimeUnit.SECOND;
}
{
    <AWAIT> { s = span(); }
    [
        (
            <UNSIGNED_INTEGER_LITERAL> {
                amount = SqlLiteral.createExactNumeric(token.image, getPos());
            }
        |
            amount = DynamicParam()
        )
        (
            unit = Second()
        |
            unit = Minute()
        )
    ]
    {
        return new SqlAwait(s.end(this), amount, SqlLiteral.createSymbol(unit, getPos()));
    }
}

/** Parses a method's full name. Any word can follow a dot, because methods are called as verbs. */
SqlIdentifier MethodName() :
{
    final List<String> names = new ArrayList<String>();
    final List<SqlParserPos> positions = new ArrayList<SqlParserPos>();
}
{
    AddIdentifierSegment(names, positions)
    (
        LOOKAHEAD(1)
        <DOT> AddAnyWord(names, positions)
    )*
    {
        return new SqlIdentifier(names, null, SqlParserPos.sum(positions), positions);
    }
}

/** Parses a name that can be a reserved word. */
SqlIdentifier AnyWord() :
{
    final List<String> names = new ArrayList<String>();
    final List<SqlParserPos> positions = new ArrayList<SqlParserPos>();
}
{
    AddAnyWord(names, positions) {
        return new SqlIdentifier(names.get(0), positions.get(0));
    }
}

void AddAnyWord(List<String> names, List<SqlParserPos> positions) :
{
}
{
    LOOKAHEAD({ Keywords.isKeyword(tokenImage[getToken(1).kind]) })
    {
        getNextToken();
        names.add(unquotedIdentifier());
        positions.add(getPos());
    }
|
    AddIdentifierSegment(names, positions)
}
