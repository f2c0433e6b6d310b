<#-- Statements about names and plans, and how a statement ends. -->

/** Parses {@code SHOW TABLES FROM google.compute LIKE 'image%'}. */
SqlShow ShowStatement() :
{
    final Span s;
    final SqlShow.Subject subject;
    final SqlLiteral symbol;
    SqlIdentifier scope = null;
    SqlNode pattern = null;
}
{
    <SHOW> { s = span(); }
    (
        <CATALOGS> { subject = SqlShow.Subject.CATALOGS; }
    |
        <SCHEMAS> { subject = SqlShow.Subject.SCHEMAS; }
    |
        <TABLES> { subject = SqlShow.Subject.TABLES; }
    |
        <METHODS> { subject = SqlShow.Subject.METHODS; }
    )
    { symbol = SqlLiteral.createSymbol(subject, getPos()); }
    [
        ( <FROM> | <IN> )
        scope = CompoundTableIdentifier() {
            if (scope.names.size() > subject.mostParts()) {
                throw Refusal.at(scope.getParserPosition(),
                    subject.mostParts() == 0
                        ? "SHOW " + subject + " has no FROM"
                        : "the name after SHOW " + subject + " FROM has "
                            + (subject.mostParts() == 1
                                ? "one part"
                                : subject.mostParts() + " parts at most"));
            }
        }
    ]
    [
        <LIKE>
        (
            pattern = StringLiteral()
        |
            pattern = DynamicParam()
        )
    ]
    {
        return new SqlShow(s.end(this), symbol, scope, pattern);
    }
}

/**
 * Parses {@code DESC} as {@code DESCRIBE}, and names of tables that are words of the grammar.
 */
SqlNode DescribeStatement() :
{
    final Span s;
    final SqlIdentifier name;
    SqlIdentifier column = null;
    final SqlNode query;
}
{
    ( <DESCRIBE> | <DESC> ) { s = span(); }
    (
        LOOKAHEAD((<DATABASE> | <CATALOG> | <SCHEMA>) SimpleIdentifier())
        (<DATABASE> | <CATALOG> | <SCHEMA>)
        name = CompoundIdentifier() {
            return new SqlDescribeSchema(s.end(this), name);
        }
    |
        LOOKAHEAD(<STATEMENT> <TABLE> | [ <STATEMENT> ] ChangeOrQueryStart())
        [ <STATEMENT> ]
        query = SqlQueryOrDml() {
            return new SqlExplain(s.end(this),
                query,
                SqlExplainLevel.EXPPLAN_ATTRIBUTES.symbol(SqlParserPos.ZERO),
                SqlExplain.Depth.PHYSICAL.symbol(SqlParserPos.ZERO),
                SqlExplainFormat.TEXT.symbol(SqlParserPos.ZERO),
                nDynamicParams);
        }
    |
        [ <TABLE> ]
        name = CompoundTableIdentifier()
        [ column = SimpleIdentifier() ]
        {
            return new SqlDescribeTable(s.end(this), name, column);
        }
    )
}

/** How statements begin that {@code DESCRIBE} explains. No table's name begins so. */
void ChangeOrQueryStart() :
{
}
{
    <SELECT> | <WITH> | <VALUES> | <INSERT> | <UPSERT> | <DELETE> | <UPDATE> | <MERGE> | <LPAREN>
}

/** Parses Calcite's EXPLAIN PLAN, which explains statements that run methods, too. */
SqlNode ExplainStatement() :
{
    final Span s;
    SqlExplainLevel detailLevel = SqlExplainLevel.EXPPLAN_ATTRIBUTES;
    final SqlExplain.Depth depth;
    SqlExplainFormat format = SqlExplainFormat.TEXT;
    final SqlNode statement;
}
{
    <EXPLAIN> { s = span(); } <PLAN>
    [ detailLevel = ExplainDetailLevel() ]
    depth = ExplainDepth()
    [
        <AS>
        (
            <XML> { format = SqlExplainFormat.XML; }
        |
            <JSON> { format = SqlExplainFormat.JSON; }
        |
            <DOT_FORMAT> { format = SqlExplainFormat.DOT; }
        )
    ]
    <FOR>
    (
        statement = MethodStatement()
    |
        statement = SqlQueryOrDml()
    )
    {
        return new SqlExplain(s.end(this),
            statement,
            detailLevel.symbol(SqlParserPos.ZERO),
            depth.symbol(SqlParserPos.ZERO),
            format.symbol(SqlParserPos.ZERO),
            nDynamicParams);
    }
}

/** Parses a statement that any number of semicolons may follow. */
SqlNode SqlStmtSemicolonEof() :
{
    final SqlNode statement;
}
{
    statement = SqlStmt()
    ( <SEMICOLON> )*
    <EOF> {
        return statement;
    }
}
