package dev.imago.emulator.google.filter;

/** One token of an AIP-160 filter; a quoted text comes without its quotes. */
record Token(Kind kind, String text) {
  enum Kind {
    OPEN,
    CLOSE,
    OPERATOR,
    WORD,
    QUOTED,
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
