package dev.imago.core.description.yaml;

import dev.imago.core.description.MarkerPaging;
import dev.imago.core.description.OffsetPaging;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.Paging;
import dev.imago.core.description.TokenPaging;
import java.util.Optional;
import java.util.Set;

/** Reads how lists go on. */
final class PagingParser {
  private static final String TOKEN = "token";
  private static final String MARKER = "marker";
  private static final String OFFSET = "offset";
  private static final Set<String> WORDS =
      Set.of(TOKEN, "next", MARKER, "from", OFFSET, "total", "size");

  private PagingParser() {}

  /** How a list goes on; empty when the word says none. */
  static Optional<Paging> paging(YamlNode node) {
    if (ReadParser.isNone(node)) {
      return Optional.empty();
    }
    YamlNode pages = node.in("pages");
    YamlWords words = pages.words(WORDS);
    PageSize size = size(words.need("size"));
    if (words.has(MARKER)) {
      refuse(words, MARKER, TOKEN, "next", OFFSET, "total");
      return Optional.of(
          new MarkerPaging(
              words.need(MARKER).text(), ColumnParser.jsonPath(words.need("from")), size));
    }
    if (words.has(OFFSET)) {
      refuse(words, OFFSET, TOKEN, "next", "from");
      return Optional.of(new OffsetPaging(words.need(OFFSET).text(), words.text("total"), size));
    }
    if (!words.has(TOKEN)) {
      throw pages.error("needs \"token\", \"marker\" or \"offset\"");
    }
    refuse(words, TOKEN, "from", "total");
    return Optional.of(new TokenPaging(words.need(TOKEN).text(), words.need("next").text(), size));
  }

  private static void refuse(YamlWords words, String kind, String... others) {
    for (String other : others) {
      words.refuse(other, "these pages go on by \"" + kind + "\"");
    }
  }

  private static PageSize size(YamlNode node) {
    YamlWords words = node.in("size").words(Set.of("parameter", "most"));
    return new PageSize(words.text("parameter"), words.need("most").positiveNumber());
  }
}
