package dev.imago.core.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** What it means when a call gets no answer, or one that cannot be read. */
final class CallFailures {
  private static final long QUOTED_BYTES = 16 * 1024;

  private CallFailures() {}

  /** No answer came. */
  static Failure beforeTheAnswer(
      ApiRequest request,
      CallProgress progress,
      boolean mayHaveBeenDone,
      @Nullable Throwable cause) {
    boolean cannotHaveArrived =
        request.mutation().isPresent() ? !mayHaveBeenDone : !progress.isConnected();
    if (cannotHaveArrived) {
      return new Failure(
          ErrorCode.CANNOT_CONNECT,
          "cannot connect to "
              + request.url().host()
              + ":"
              + request.url().port()
              + ": "
              + text(cause),
          TrustStore.advice(cause, request.endpoint().urlProperty()));
    }
    if (request.mutation().isPresent()) {
      return outcomeUnknown(
          request.mutation().get(), "lost the connection before an answer came: " + text(cause));
    }
    if (cause instanceof ProtocolException) {
      return unreadable("got no HTTP answer: " + text(cause));
    }
    return lost("before an answer came", cause);
  }

  /** What was asked for may have been done or not. */
  static Failure outcomeUnknown(Mutation mutation, String what) {
    return new Failure(
        ErrorCode.OUTCOME_UNKNOWN, what + "; whether it was done is not known", mutation.advice());
  }

  /**
   * What was asked for was accepted, but nobody can tell what the answer says about it.
   *
   * @param cancelled why nobody waited for the rest of it, if that is the reason: no error that a
   *     tool would take for a reason to try again
   */
  static Failure answerLost(
      Mutation mutation, Failure failure, Optional<ImagoException> cancelled) {
    return new Failure(
        cancelled.isPresent() ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.API_FAILED,
        "was accepted, but its answer is lost: "
            + cancelled.map(ImagoException::getMessage).orElse("it " + failure.what()),
        mutation.advice());
  }

  /** The body broke off or is not what was expected. */
  static Failure inTheBody(IOException cause, SentSecrets secrets) {
    if (cause instanceof LostConnectionException) {
      return lost("in the middle of the answer", cause.getCause());
    }
    if (cause instanceof JsonProcessingException json) {
      return unreadable(
          "answered JSON that cannot be read"
              + place(json.getLocation())
              + ": "
              + secrets.hide(json.getOriginalMessage()));
    }
    return unreadable("gave an answer that cannot be read: " + text(cause));
  }

  /** The location's own text may quote the body; line and column are enough. */
  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** The body of a good status is no JSON object. */
  static Failure notJson(Response response, SentSecrets secrets) throws IOException {
    BufferedSource source = response.body().source();
    source.request(QUOTED_BYTES);
    byte[] beginning = source.readByteArray(Math.min(QUOTED_BYTES, source.getBuffer().size()));
    String content =
        beginning.length == 0
            ? "an empty body"
            : QuotedBody.of(
                response.body(), secrets.hide(new String(beginning, StandardCharsets.UTF_8)));
    return new Failure(
        ErrorCode.API_FAILED,
        "answered " + response.code() + " with " + content + " and not a JSON object",
        "check whether a proxy answers in the service's place");
  }

  static Failure unreadable(String what) {
    return new Failure(ErrorCode.API_FAILED, what, "");
  }

  private static Failure lost(String when, @Nullable Throwable cause) {
    return new Failure(
        ErrorCode.CONNECTION_LOST,
        "lost the connection " + when + ": " + text(cause),
        "run the statement again");
  }

  /** What a failure says itself. */
  static String text(@Nullable Throwable cause) {
    if (cause == null) {
      return "unknown";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
