package dev.imago.parser;

import dev.imago.parser.generated.GeneratedParser;
import java.io.Reader;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserImplFactory;
import org.apache.calcite.util.SourceStringReader;

/**
 * The parser that {@link ParserConfig} installs: the generated one, with statements that semicolons
 * may follow.
 */
public final class ImagoParser extends GeneratedParser {
  /** Makes a parser of the text that the reader holds. */
  public static final SqlParserImplFactory FACTORY = ImagoParser::new;

  ImagoParser(Reader reader) {
    super(reader);
    if (reader instanceof SourceStringReader source) {
      setOriginalSql(source.getSourceString());
    }
  }

  /** Parses one statement and nothing after it but semicolons. */
  @Override
  public SqlNode parseSqlStmtEof() throws Exception {
    return SqlStmtSemicolonEof();
  }
}
