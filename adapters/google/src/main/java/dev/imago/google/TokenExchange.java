package dev.imago.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.api.client.http.LowLevelHttpRequest;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.CredentialTransport;
import dev.imago.core.http.SentSecrets;
import dev.imago.core.http.TrustStore;
import java.io.IOException;
import java.net.Proxy;
import java.net.URLEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One request of Google's library for a token, and its answer. */
final class TokenExchange extends LowLevelHttpRequest {
  private static final long MOST_BYTES = 1024L * 1024;
  private static final String POST = "POST";
  private static final String AUTHORIZATION = "Authorization";

  /** Where machines of a cloud ask who they are, in clear; the packets do not leave the host. */
  private static final Pattern MACHINE =
      Pattern.compile("metadata\\.google\\.internal\\.?|169\\.254\\.\\d+\\.\\d+|fd00:ec2::254");

  /** The fields of a form that prove who asks. */
  private static final List<String> PROOFS =
      List.of("assertion", "refresh_token", "client_secret", "subject_token", "actor_token");

  private final OkHttpClient.Builder client;
  private final String method;
  private final HttpUrl url;
  private final Headers.Builder headers = new Headers.Builder();

  TokenExchange(OkHttpClient.Builder client, String method, HttpUrl url) {
    this.client = client;
    this.method = method;
    this.url = url;
  }

  @Override
  public void addHeader(String name, String value) throws IOException {
    // OkHttp asks for compressed answers, and expands them, when nobody else has asked.
    if (name.toLowerCase(Locale.ROOT).equals("accept-encoding")) {
      return;
    }
    try {
      headers.add(name, value);
    } catch (IllegalArgumentException quotesTheValue) {
      throw new IOException("no header can hold the value of " + name);
    }
  }

  @Override
  public void setTimeout(int connectMillis, int readMillis) {
    client
        .connectTimeout(connectMillis, TimeUnit.MILLISECONDS)
        .readTimeout(readMillis, TimeUnit.MILLISECONDS);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} for an address that would show the
   *     secret on its way; {@link ErrorCode#API_FAILED} for a redirect; {@link
   *     ErrorCode#CANNOT_CONNECT} when the certificates that Java trusts cannot be read
   */
  @Override
  public TokenReply execute() throws IOException {
    ByteString content = content();
    Request request =
        new Request.Builder()
            .url(url)
            .headers(headers.build())
            .method(method, method.equals(POST) || method.equals("PUT") ? body(content) : null)
            .build();
    boolean isOfThisHost = asksTheMachine(request);
    if (isOfThisHost) {
      client.proxy(Proxy.NO_PROXY);
    } else if (!CredentialTransport.isPrivate(url)) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          "no token is asked of "
              + url.host()
              + " in clear: the addresses in the Google credential must begin with https://, or"
              + " name this machine");
    }
    try (Response response = TrustStore.build(client).newCall(request).execute()) {
      if (response.isRedirect()) {
        throw redirected(response, isOfThisHost);
      }
      byte[] answered = response.peekBody(MOST_BYTES).bytes();
      return new TokenReply(
          response, response.isSuccessful() ? answered : hidden(answered, request, content));
    }
  }

  private boolean asksTheMachine(Request request) {
    return MACHINE.matcher(url.host()).matches()
        && !method.equals(POST)
        && request.header(AUTHORIZATION) == null;
  }

  private ByteString content() throws IOException {
    if (getStreamingContent() == null) {
      return ByteString.EMPTY;
    }
    try (Buffer buffer = new Buffer()) {
      getStreamingContent().writeTo(buffer.outputStream());
      return buffer.readByteString();
    }
  }

  private RequestBody body(ByteString content) {
    @Nullable String type = getContentType();
    return RequestBody.create(content, type == null ? null : MediaType.parse(type));
  }

  /** Who asks whether there is a machine's service takes such an answer for none. */
  private IOException redirected(Response response, boolean isOfThisHost) {
    String what =
        "the request for a token, "
            + method
            + " "
            + url.redact()
            + ", was answered "
            + response.code()
            + ", a redirect, which is not followed";
    if (isOfThisHost) {
      return new IOException(what);
    }
    throw new ImagoException(
        ErrorCode.API_FAILED, "google: " + what + "; check the addresses in the credential file");
  }

  /** What a failed answer says, without what was sent. */
  private byte[] hidden(byte[] answered, Request request, ByteString content) {
    Set<String> secrets = new HashSet<>();
    for (String value : request.headers(AUTHORIZATION)) {
      secrets.add(value);
      secrets.add(value.substring(value.indexOf(' ') + 1));
    }
    HttpUrl form =
        HttpUrl.get("http://localhost/").newBuilder().encodedQuery(content.utf8()).build();
    for (String name : PROOFS) {
      for (@Nullable String proof : form.queryParameterValues(name)) {
        if (proof != null) {
          secrets.add(proof);
          secrets.add(URLEncoder.encode(proof, UTF_8));
        }
      }
    }
    String text = new String(answered, UTF_8);
    return new SentSecrets(secrets).hide(text).getBytes(UTF_8);
  }
}
