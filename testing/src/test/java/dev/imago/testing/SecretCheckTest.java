package dev.imago.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class SecretCheckTest {
  @Test
  void whatIsPrintedAndLoggedIsSeenAndEverythingIsPutBack() {
    PrintStream out = System.out;
    int handlers = Logger.getLogger("").getHandlers().length;
    Logger logger = Logger.getLogger("dev.imago.testing.sample");
    ByteArrayOutputStream copy = new ByteArrayOutputStream();

    PrintedText printed = PrintedText.begin(copy);
    System.out.println("printed");
    System.err.println("complained");
    logger.log(Level.FINEST, "logged");
    printed.end();

    String text = copy.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("printed"));
    assertTrue(text.contains("complained"));
    assertTrue(text.contains("logged"));
    assertSame(out, System.out);
    assertEquals(handlers, Logger.getLogger("").getHandlers().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prints",
        "complains",
        "logs",
        "logsWhatWasThrown",
        "logsACause",
        "logsWhatACauseSuppresses"
      })
  void aClassThatShowsASecretFailsAndTheSecretIsNotRepeated(String way) {
    TestExecutionSummary summary = run(way);

    assertEquals(1, summary.getTestsSucceededCount());
    List<String> failures =
        summary.getFailures().stream().map(failure -> failure.getException().getMessage()).toList();
    assertEquals(1, failures.size());
    assertTrue(failures.get(0).startsWith("ShowingText shows a secret, behind: "), failures.get(0));
    assertTrue(failures.get(0).endsWith("It is "), failures.get(0));
    assertFalse(failures.get(0).contains(ShowingText.TEXT));
  }

  @Test
  void aClassThatShowsNoneDoesNotFail() {
    TestExecutionSummary summary = run("shows");

    assertEquals(1, summary.getTestsSucceededCount());
    assertEquals(0, summary.getTotalFailureCount());
  }

  private static TestExecutionSummary run(String method) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            request()
                .selectors(selectMethod(ShowingText.class, method))
                .configurationParameter(SecretCheck.FURTHER_SECRET, ShowingText.TEXT)
                .build(),
            listener);
    return listener.getSummary();
  }
}
