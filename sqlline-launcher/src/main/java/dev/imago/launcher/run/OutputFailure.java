package dev.imago.launcher.run;

import java.io.IOException;

/** The standard output takes no more. */
final class OutputFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /** What Linux and macOS say, and what Windows says, when the reader has gone. */
  private static final String BROKEN_PIPE = "Broken pipe";

  private static final String PIPE_CLOSED = "The pipe is being closed";
  private static final String PIPE_ENDED = "The pipe has been ended";

  OutputFailure(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether the reader has gone, as {@code head} does once it has enough. */
  boolean isClosedPipe() {
    String message = getMessage();
    return message != null
        && (message.contains(BROKEN_PIPE)
            || message.contains(PIPE_CLOSED)
            || message.contains(PIPE_ENDED));
  }
}
