package dev.imago.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.launcher.run.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** A standard output that takes no more. */
class OutputFailureTest {
  private static final String SQL =
      "SELECT * FROM google.compute.images WHERE project = 'coreos-cloud'";

  @Test
  void endsQuietlyWhenTheReaderHasGone() {
    for (String format : new String[] {"table", "vertical", "csv", "tsv", "json", "jsonl"}) {
      CommandRun run = run(new Full("Broken pipe"), format);

      assertThat(run.exitCode()).as(format).isEqualTo(ExitCode.OK);
      assertThat(run.err()).as(format).isEmpty();
    }
  }

  @Test
  void saysThatTheDiskIsFull() {
    CommandRun run = run(new Full("No space left on device"), "csv");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .isEqualTo("ERROR HV000: the rows cannot be written: No space left on device\n");
  }

  private static CommandRun run(OutputStream out, String format) {
    return CommandRun.into(
        out, new byte[0], "--demo", "--format", format, "-e", SQL, "-e", "SELECT nothing");
  }

  /** Fails with the first byte. */
  private static final class Full extends OutputStream {
    private final String message;

    Full(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }
}
