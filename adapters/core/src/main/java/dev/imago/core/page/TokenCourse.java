package dev.imago.core.page;

import java.util.Optional;

/** From token to token. */
final class TokenCourse implements PageCourse {
  private final PageStarts tokens = new PageStarts();

  @Override
  public Optional<String> after(PageEnd page) throws BrokenListException {
    Optional<String> token = page.stated().filter(text -> !text.isEmpty());
    if (token.isPresent() && !tokens.add(token.get())) {
      throw new BrokenListException(
          "gave a page token that it had given before; the list has no end");
    }
    return token;
  }
}
