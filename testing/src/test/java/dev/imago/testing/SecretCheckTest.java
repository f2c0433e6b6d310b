package dev.imago.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SecretCheckTest {
  @Test
  void whatIsPrintedAndLoggedIsSeenAndEverythingIsPutBack() {
    PrintStream out = System.out;
    int handlers = Logger.getLogger("").getHandlers().length;
    Logger logger = Logger.getLogger("dev.imago.testing.sample");

    PrintedText printed = PrintedText.begin();
    System.out.println("printed");
    System.err.println("complained");
    logger.log(Level.FINEST, "logged");
    String text = printed.end();

    assertTrue(text.contains("printed"));
    assertTrue(text.contains("complained"));
    assertTrue(text.contains("logged"));
    assertSame(out, System.out);
    assertEquals(handlers, Logger.getLogger("").getHandlers().length);
  }
}
