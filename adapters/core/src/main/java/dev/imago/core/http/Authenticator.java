package dev.imago.core.http;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;

/** Adds a credential to a request. It is shared by all statements of an engine. */
@FunctionalInterface
public interface Authenticator {

  /**
   * The request with its credential, or the same request where none is needed. The request goes to
   * a service that the credential is for. The caller sends a request that has a credential over TLS
   * or to a loopback address only, and changes nothing of it.
   *
   * @param parameters whom and what the call is for: the values that its parameters are bound to,
   *     by column, such as {@code region} and {@code project_id}
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#UNAUTHENTICATED} when no credential can be had; {@link
   *     dev.imago.core.error.ErrorCode#CANNOT_CONNECT} when whoever gives it cannot be reached
   */
  Request authorize(Request request, Map<String, String> parameters);

  /**
   * Gets what {@link #authorize} needs, so that it need not wait. Asked before each time that a
   * call is sent; quick itself, on any thread.
   *
   * @param parameters those that the call will be authorized for
   * @return completes when a credential is at hand; fails with an {@link
   *     dev.imago.core.error.ImagoException} when none can be had
   */
  default CompletableFuture<?> ready(Map<String, String> parameters) {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Told that the service refused a credential that this gave, ahead of doing anything.
   *
   * @param refused the request as it was sent, with the credential
   * @param parameters those that it was authorized for
   * @return whether another credential can be had, so that the request is worth sending again
   */
  default boolean renews(Request refused, Map<String, String> parameters) {
    return false;
  }
}
