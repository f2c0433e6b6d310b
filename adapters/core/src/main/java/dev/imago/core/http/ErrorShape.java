package dev.imago.core.http;

import java.util.Optional;
import okhttp3.Headers;

/** How a cloud's errors read. */
public interface ErrorShape {

  /**
   * Reads a failed answer, or a good one that holds an error alone.
   *
   * @param status the HTTP status
   * @param body the body's first 64 KiB
   * @return empty when the body does not have this shape: HTML of a proxy, for one
   */
  Optional<ApiFailure> read(int status, Headers headers, String body);

  /**
   * Whether an error has a field of this name at its top. A good answer may have such a field too:
   * the row of an operation that has failed.
   */
  boolean isErrorField(String name);

  /**
   * Whether a 404 with this text is about the resource that was asked for, and not about a parent
   * of it that does not exist.
   *
   * @param resource the decoded path of the resource, below the service's URL
   */
  boolean isAboutResource(ApiFailure failure, String resource);
}
