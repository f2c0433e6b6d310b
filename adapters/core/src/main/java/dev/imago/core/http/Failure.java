package dev.imago.core.http;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed.
 *
 * @param what what happened, in the cloud's own words where it has any
 * @param advice what to do about it; may be empty
 */
record Failure(ErrorCode code, String what, String advice) {

  /** The same with more to say about how it came to it; nothing when that is empty. */
  Failure with(String more) {
    return more.isEmpty() ? this : new Failure(code, what + "; " + more, advice);
  }

  ImagoException toException(ApiRequest request, @Nullable Throwable cause) {
    return new ImagoException(
        code, request.shown() + " " + what + (advice.isEmpty() ? "" : "; " + advice), cause);
  }
}
