<#-- Operators that are not in Calcite's core grammar. -->

/* The regular expression operators: ~ ~* !~ !~* */
<DEFAULT, DQID, BTID, BQID, BQHID> TOKEN :
{
    < NEGATE: "!" >
|   < TILDE: "~" >
}

/** Parses the cast {@code expression::type}. */
void InfixCast(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlParserPos operatorPosition;
    final SqlDataTypeSpec type;
}
{
    <INFIX_CAST> {
        checkNonQueryExpression(exprContext);
        operatorPosition = getPos();
    }
    type = DataType() {
        list.add(new SqlParserUtil.ToTreeListItem(SqlLibraryOperators.INFIX_CAST, operatorPosition));
        list.add(type);
    }
}
