package dev.imago.core.description;

/**
 * What the value of an HTTP header can hold: visible ASCII. OkHttp quotes a value that it cannot
 * send, so that a secret is looked at before OkHttp gets it.
 */
public final class HeaderText {
  private HeaderText() {}

  /** Whether a header can hold the text as it is. */
  public static boolean isSendable(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
