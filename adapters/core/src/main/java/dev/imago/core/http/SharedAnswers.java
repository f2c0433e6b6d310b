package dev.imago.core.http;

import dev.imago.core.statement.KeptBytes;
import dev.imago.core.statement.StatementContext;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The answers that reads of one statement share because they send the same request, though their
 * rows differ: tables that show parts of one list. The first read makes the call and takes its rows
 * as they come; what it reads is kept as it came, and the others read that. Used by one thread.
 */
public final class SharedAnswers implements AutoCloseable {
  private final KeptBytes bytes;
  private final Map<Key, KeptAnswer> answers = new HashMap<>();

  /** What makes two requests one. Whether an answer means "no such row" depends on the kind. */
  private record Key(String provider, String service, HttpUrl url, Headers headers, boolean isGet) {
    static Key of(ApiRequest request) {
      return new Key(
          request.table().provider(),
          request.table().service(),
          request.url(),
          request.headers(),
          request.method().isAboutOneResource());
    }
  }

  /**
   * Nothing shared yet.
   *
   * @param bytes what may be kept
   */
  public SharedAnswers(KeptBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * The answer to a request: of the call that was made for it before, if it can still be read.
   *
   * @param client makes the calls
   */
  public Answer send(ApiRequest request, StatementContext context, ApiClient client) {
    Key key = Key.of(request);
    KeptAnswer known = answers.get(key);
    if (known != null && !known.isLost()) {
      return new RepeatedAnswer(request, known, context, client);
    }
    KeptAnswer fresh = new KeptAnswer(client.send(request, context), bytes);
    answers.put(key, fresh);
    return new FirstAnswer(fresh);
  }

  /** Ends the calls that are running for it. */
  @Override
  public void close() {
    answers.values().forEach(KeptAnswer::close);
    answers.clear();
  }
}
