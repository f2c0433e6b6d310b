package dev.imago.core.http;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The answer to one request: of a call of its own, or one that several reads share. Opened, read
 * and closed by one thread.
 */
public interface Answer extends AutoCloseable {

  /**
   * Completes when the service begins to answer, and when no answer will come: then {@link #open}
   * tells what there is, and waits no more than for the first bytes of the body. Not to be
   * completed by others.
   */
  CompletableFuture<?> begun();

  /**
   * Waits for the answer.
   *
   * @return the body, which begins with a JSON object; empty when the answer says that the one row
   *     which was asked for is not there
   * @throws ImagoException for every other answer, and when none comes
   */
  Optional<InputStream> open();

  /** Counts one row that was read from the answer. */
  void countRow();

  /** Ends it because its body could not be read; the exception to throw. */
  ImagoException failed(IOException cause);

  /**
   * Ends it because it is no good; the exception to throw, {@link ErrorCode#API_FAILED}.
   *
   * @param what what is wrong, as the rest of a sentence that begins with the call
   */
  ImagoException failed(String what);

  /** Ends it as a success. What is left of the body is short, and read if it is there. */
  void end();

  /** Ends it if it has not ended yet. What was not read of it is not needed. */
  @Override
  void close();
}
