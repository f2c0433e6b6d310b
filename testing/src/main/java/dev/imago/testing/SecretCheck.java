package dev.imago.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class whose run prints, logs or throws a secret: what reaches the standard streams,
 * and what is logged at any level. The driver logs the exceptions that it throws, with their
 * causes, so those that a test catches are searched too. The secrets are those that the sample
 * clouds give out and take, which every test uses.
 */
public final class SecretCheck implements BeforeAllCallback, AfterAllCallback {
  /** A configuration parameter of JUnit: one secret more. A test of this check makes one up. */
  static final String FURTHER_SECRET = "imago.testing.secret";

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

  private record Search(FoundSecrets found, PrintedText printed) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (LeakCheck.isTopLevel(context)) {
      FoundSecrets found = new FoundSecrets(secrets(context));
      context.getStore(OWN).put(Search.class, new Search(found, PrintedText.begin(found)));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Search search = context.getStore(OWN).remove(Search.class, Search.class);
    if (search == null) {
      return;
    }
    search.printed().end();
    List<String> found = search.found().end();
    if (!found.isEmpty()) {
      throw new AssertionError(
          context.getDisplayName() + " shows a secret, behind: " + String.join("\n", found));
    }
  }

  private static List<String> secrets(ExtensionContext context) {
    List<String> secrets = new ArrayList<>(SECRETS);
    context.getConfigurationParameter(FURTHER_SECRET).ifPresent(secrets::add);
    return secrets;
  }
}
