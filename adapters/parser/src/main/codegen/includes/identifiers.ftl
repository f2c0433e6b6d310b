<#-- Names that would mean something else in Calcite's core grammar. -->

/**
 * Parses {@code user} as a name in an expression: a column, or the first part of a longer name.
 *
 * <p>Calcite takes it for the function USER, which needs no parentheses, before it looks for a
 * column. A position marked as quoted tells the validator not to look for a function.
 * CURRENT_USER is the function.
 */
SqlIdentifier UserColumn() :
{
    final List<String> names = new ArrayList<String>();
    final List<SqlParserPos> positions = new ArrayList<SqlParserPos>();
}
{
    <USER> {
        names.add(unquotedIdentifier());
        positions.add(getPos().withQuoting(true));
    }
    (
        LOOKAHEAD(2)
        <DOT> AddIdentifierSegment(names, positions)
    )*
    (
        LOOKAHEAD(2)
        <DOT> <STAR> {
            names.add("");
            positions.add(getPos());
            return SqlIdentifier.star(names, SqlParserPos.sum(positions), positions);
        }
    )?
    {
        return new SqlIdentifier(names, null, SqlParserPos.sum(positions), positions);
    }
}
