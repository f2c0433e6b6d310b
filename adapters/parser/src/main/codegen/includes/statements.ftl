<#-- How a statement ends. -->

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
