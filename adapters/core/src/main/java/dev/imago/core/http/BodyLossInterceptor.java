package dev.imago.core.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Marks failures of the connection while a body is read. It stands below the decompression, so that
 * a broken connection and a broken answer can be told apart.
 */
final class BodyLossInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.newBuilder().body(new MarkedBody(response.body())).build();
  }

  private static final class MarkedBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    MarkedBody(ResponseBody body) {
      this.body = body;
      this.source = Okio.buffer(new MarkedSource(body.source()));
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

  private static final class MarkedSource extends ForwardingSource {
    MarkedSource(BufferedSource source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      try {
        return super.read(sink, byteCount);
      } catch (IOException e) {
        throw new LostConnectionException(e);
      }
    }
  }
}
