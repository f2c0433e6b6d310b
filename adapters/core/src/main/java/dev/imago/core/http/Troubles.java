package dev.imago.core.http;

import dev.imago.core.description.ErrorMapping.Meaning;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Tells failures that may go away from those that stay. */
final class Troubles {
  private static final Set<Integer> PASSING_STATUSES = Set.of(408, 425, 429, 500, 502, 503, 504);

  private Troubles() {}

  /**
   * What is wrong with a failed answer; empty when the same request has the same answer again. What
   * the answer says is read ahead, and can still be read.
   */
  static Optional<Trouble> of(ApiRequest request, Response response) {
    @Nullable Meaning meaning = new FailedAnswer(request).meaning(response);
    if (meaning == Meaning.THROTTLED) {
      return Optional.of(Trouble.THROTTLED);
    }
    if (meaning == null && PASSING_STATUSES.contains(response.code())) {
      return Optional.of(Trouble.FAULT);
    }
    // What it says tells a row that is not there from a mistyped project.
    return FailedAnswer.breaksOff(response) ? Optional.of(Trouble.LOST) : Optional.empty();
  }

  /** What kept an answer from coming; empty when it will the next time too. */
  static Optional<Trouble> of(IOException cause, CallProgress progress) {
    if (cause instanceof AuthorizationFailedException
        || cause instanceof UnreachableException
        || cause instanceof ProtocolException
        || isRefusedPeer(cause)) {
      return Optional.empty();
    }
    boolean isSilent = progress.isConnected() && cause instanceof SocketTimeoutException;
    return Optional.of(isSilent ? Trouble.SILENT : Trouble.LOST);
  }

  /**
   * What kept a credential from being had; empty when it will the next time too, and when nobody
   * has tried.
   */
  static Optional<Trouble> ofCredential(RuntimeException failure) {
    if (!(failure instanceof ImagoException known)) {
      return Optional.empty();
    }
    return switch (known.code()) {
      case THROTTLED -> Optional.of(Trouble.THROTTLED);
      case SERVICE_FAULT -> Optional.of(Trouble.FAULT);
      case CANNOT_CONNECT, CONNECTION_LOST ->
          failure.getCause() instanceof IOException cause && !isRefusedPeer(cause)
              ? Optional.of(cause instanceof InterruptedIOException ? Trouble.SILENT : Trouble.LOST)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A certificate, or a peer that speaks no TLS; a connection that breaks has another cause. */
  private static boolean isRefusedPeer(IOException cause) {
    return cause instanceof SSLException && !(cause.getCause() instanceof IOException);
  }
}
