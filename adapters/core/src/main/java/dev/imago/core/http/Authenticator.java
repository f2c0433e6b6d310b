package dev.imago.core.http;

import okhttp3.Request;

/** Adds a credential to a request. It is shared by all statements of an engine. */
public interface Authenticator {

  /**
   * The request with its credential. The caller has made sure that the request goes to the service
   * that the credential is for, over TLS or to a loopback address.
   *
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#UNAUTHENTICATED} when no credential can be had
   */
  Request authorize(Request request);
}
