package dev.imago.core.http;

import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A shared answer as the read sees it that made the call. */
final class FirstAnswer implements Answer {
  private final KeptAnswer kept;

  FirstAnswer(KeptAnswer kept) {
    this.kept = kept;
  }

  @Override
  public CompletableFuture<?> begun() {
    return kept.call().begun();
  }

  @Override
  public Optional<InputStream> open() {
    return kept.open();
  }

  @Override
  public void countRow() {
    kept.call().countRow();
  }

  @Override
  public ImagoException failed(IOException cause) {
    return kept.call().failed(cause);
  }

  @Override
  public ImagoException failed(String what) {
    return kept.call().failed(what);
  }

  @Override
  public void end() {
    kept.firstIsDone();
  }

  /** Others may still want the answer; the statement's end closes it. */
  @Override
  public void close() {
    kept.firstIsDone();
  }
}
