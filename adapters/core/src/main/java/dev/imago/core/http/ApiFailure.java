package dev.imago.core.http;

import java.util.List;
import java.util.Optional;

/**
 * What a failed answer says, read out of its cloud's own shape.
 *
 * @param codes the cloud's own codes, the most telling first; each may have a meaning in the
 *     description
 * @param text the cloud's own text
 * @param requestId the cloud's name for the request
 */
public record ApiFailure(List<String> codes, String text, Optional<String> requestId) {
  public ApiFailure {
    codes = List.copyOf(codes);
  }
}
