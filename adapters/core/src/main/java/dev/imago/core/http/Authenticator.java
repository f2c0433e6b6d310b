package dev.imago.core.http;

import okhttp3.Request;

/** Adds a credential to a request. It is shared by all statements of an engine. */
public interface Authenticator {

  /**
   * The request with its credential, or the same request where none is needed. The request goes to
   * a service that the credential is for. The caller sends a request that has a credential over TLS
   * or to a loopback address only.
   *
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#UNAUTHENTICATED} when no credential can be had
   */
  Request authorize(Request request);
}
