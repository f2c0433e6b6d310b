package dev.imago.core.http;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body whose bytes are counted as they are read. It stands above the decompression. */
final class CountedBody extends ResponseBody {
  private final ResponseBody body;
  private final SteadySource counted;
  private final BufferedSource source;

  /**
   * A body.
   *
   * @param most the most bytes that it may have
   * @param repeats where it is read on when the connection breaks
   */
  CountedBody(ResponseBody body, long most, SteadySource.Repeats repeats) {
    this.body = body;
    this.counted = new SteadySource(body.source(), most, repeats);
    this.source = Okio.buffer(counted);
  }

  /** The bytes that were read so far, decoded. */
  long count() {
    return counted.count();
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }
}
