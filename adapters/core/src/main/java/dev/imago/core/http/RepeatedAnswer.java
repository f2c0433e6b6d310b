package dev.imago.core.http;

import dev.imago.core.error.ImagoException;
import dev.imago.core.statement.StatementContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A shared answer as a read sees it for which no call is made. Where the answer was too large to
 * keep, it makes its own call after all.
 */
final class RepeatedAnswer implements Answer {
  private final ApiRequest request;
  private final KeptAnswer kept;
  private final StatementContext context;
  private final ApiClient client;
  private @Nullable ApiCall own;
  private @Nullable UnsentCall shared;

  RepeatedAnswer(ApiRequest request, KeptAnswer kept, StatementContext context, ApiClient client) {
    this.request = request;
    this.kept = kept;
    this.context = context;
    this.client = client;
  }

  @Override
  public CompletableFuture<?> begun() {
    return kept.call().begun();
  }

  @Override
  public Optional<InputStream> open() {
    Optional<InputStream> body = kept.isLost() ? Optional.empty() : kept.again();
    if (kept.isLost()) {
      own = client.send(request, context);
      return own.open();
    }
    shared = client.shared(request, context);
    if (body.isEmpty()) {
      end();
    }
    return body;
  }

  @Override
  public void countRow() {
    if (own != null) {
      own.countRow();
    } else if (shared != null) {
      shared.countRow();
    }
  }

  @Override
  public ImagoException failed(IOException cause) {
    return current().failed(cause);
  }

  @Override
  public ImagoException failed(String what) {
    return current().failed(what);
  }

  private ApiCall current() {
    return own == null ? kept.call() : own;
  }

  @Override
  public void end() {
    if (own != null) {
      own.end();
    } else {
      log();
    }
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    } else {
      log();
    }
  }

  private void log() {
    if (shared != null) {
      shared.end();
    }
  }
}
