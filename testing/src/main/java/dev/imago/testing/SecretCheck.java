package dev.imago.testing;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class whose run prints or logs a secret: what reaches the standard streams, and what
 * is logged at any level. The secrets are those that the sample clouds give out and take, which
 * every test uses.
 */
public final class SecretCheck implements BeforeAllCallback, AfterAllCallback {
  /** The begin of each, where they are numbered. */
  static final List<String> SECRETS =
      List.of(
          "SKTEST",
          "demo-password",
          "y0_AgAAAAemulated",
          "ya29.emulated-",
          "t1.emulated",
          "-----BEGIN PRIVATE KEY");

  private static final ExtensionContext.Namespace OWN =
      ExtensionContext.Namespace.create(SecretCheck.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    if (LeakCheck.isTopLevel(context)) {
      context.getStore(OWN).put(PrintedText.class, PrintedText.begin());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    PrintedText printed = context.getStore(OWN).remove(PrintedText.class, PrintedText.class);
    if (printed == null) {
      return;
    }
    String text = printed.end();
    for (String secret : SECRETS) {
      int place = text.indexOf(secret);
      if (place >= 0) {
        throw new AssertionError(
            context.getDisplayName() + " prints a secret, behind: " + before(text, place));
      }
    }
  }

  /** The begin of the line, which says where to look and not what the secret is. */
  private static String before(String text, int place) {
    return text.substring(text.lastIndexOf('\n', place) + 1, place);
  }
}
