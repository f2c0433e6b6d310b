package dev.imago.launcher.docs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of a Markdown page between two fences.
 *
 * @param language what follows the opening fence
 * @param start the line of the opening fence, from 0
 * @param lines the lines between the fences
 */
record FencedBlock(String language, int start, List<String> lines) {
  private static final String FENCE = "```";

  FencedBlock {
    lines = List.copyOf(lines);
  }

  /** The line of the closing fence, from 0. */
  int end() {
    return start + lines.size() + 1;
  }

  String text() {
    return String.join("\n", lines);
  }

  /** The blocks of a page, in its order. */
  static List<FencedBlock> of(List<String> page) {
    List<FencedBlock> blocks = new ArrayList<>();
    @Nullable Integer start = null;
    for (int line = 0; line < page.size(); line++) {
      if (!page.get(line).startsWith(FENCE)) {
        continue;
      }
      if (start == null) {
        start = line;
      } else {
        String language = page.get(start).substring(FENCE.length()).strip();
        blocks.add(new FencedBlock(language, start, page.subList(start + 1, line)));
        start = null;
      }
    }
    return blocks;
  }
}
