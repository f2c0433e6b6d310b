package dev.imago.parser;

import dev.imago.parser.generated.GeneratedParserConstants;
import dev.imago.parser.generated.Token;
import dev.imago.parser.generated.TokenMgrError;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl.LexicalState;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The tokens of a statement's text, up to the first character that starts none. */
record SourceTokens(String sql, List<Token> tokens) {
  SourceTokens {
    tokens = List.copyOf(tokens);
  }

  static SourceTokens of(String sql) {
    ImagoParser scanner = new ImagoParser(new StringReader(sql));
    scanner.setTabSize(1);
    scanner.switchTo(LexicalState.DQID);
    List<Token> tokens = new ArrayList<>();
    try {
      do {
        tokens.add(scanner.getNextToken());
      } while (tokens.get(tokens.size() - 1).kind != GeneratedParserConstants.EOF);
    } catch (TokenMgrError e) {
      // The tokens before such a character are all that a message can be about.
      return new SourceTokens(sql, tokens);
    }
    return new SourceTokens(sql, tokens);
  }

  /** The index of the token that starts at the position; of the last one if none does. */
  int indexAt(SqlParserPos position) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.beginLine == position.getLineNum()
          && token.beginColumn == position.getColumnNum()) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** True when the token at the index is of the kind. */
  boolean has(int kind, int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).kind == kind;
  }

  /** Where the statement ends: behind its last token. */
  SqlParserPos end() {
    if (tokens.size() < 2) {
      return new SqlParserPos(1, 1);
    }
    Token last = tokens.get(tokens.size() - 2);
    return new SqlParserPos(last.endLine, last.endColumn + 1);
  }

  /** The text with the token at the index in double quotes. */
  String withQuotesAround(int index) {
    Token token = tokens.get(index);
    int start = offsetOf(token);
    int end = start + token.image.length();
    return sql.substring(0, start) + '"' + token.image + '"' + sql.substring(end);
  }

  /** Where the token starts; a line ends as the parser counts it, by LF, CR or both. */
  private int offsetOf(Token token) {
    int offset = 0;
    for (int line = 1; line < token.beginLine; line++) {
      while (sql.charAt(offset) != '\n' && sql.charAt(offset) != '\r') {
        offset++;
      }
      offset += sql.startsWith("\r\n", offset) ? 2 : 1;
    }
    return offset + token.beginColumn - 1;
  }
}
