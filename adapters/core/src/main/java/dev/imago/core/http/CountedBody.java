package dev.imago.core.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body that counts its bytes as they are read. It stands above the decompression. */
final class CountedBody extends ResponseBody {
  private final ResponseBody body;
  private final CountedSource counted;
  private final BufferedSource source;

  CountedBody(ResponseBody body) {
    this.body = body;
    this.counted = new CountedSource(body.source());
    this.source = Okio.buffer(counted);
  }

  /** The bytes that were read so far, decoded. */
  long count() {
    return counted.count;
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

  private static final class CountedSource extends ForwardingSource {
    private long count;

    CountedSource(BufferedSource source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      count += Math.max(read, 0);
      return read;
    }
  }
}
