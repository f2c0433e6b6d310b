package dev.imago.core.credential;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.CredentialTransport;
import dev.imago.core.http.ProductVersion;
import dev.imago.core.http.TrustStore;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks for tokens, over TLS or inside this machine only. Its calls are no calls of a statement: the
 * call log does not show them. Safe for any number of threads.
 */
public final class TokenClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
  private static final long MOST_BYTES = 1024L * 1024;
  private static final int THROTTLED = 429;
  private static final int FIRST_FAULT = 500;

  /** Where machines of a cloud ask who they are; the packets do not leave the host. */
  private static final Pattern LINK_LOCAL = Pattern.compile("169\\.254\\.\\d+\\.\\d+");

  /** Where the text of an error stands, in the clouds' shapes. */
  private static final List<String> ERROR_TEXTS =
      List.of("error_description", "message", "error.message", "error_msg", "error");

  /** Without TLS: its certificates are read when a token is asked for over TLS. */
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
          .connectTimeout(CONNECT_TIMEOUT)
          .callTimeout(CALL_TIMEOUT)
          // The next token is wanted in an hour or so, from a server that is long gone by then.
          .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
          // A redirect could carry the secret to another host.
          .followRedirects(false)
          .followSslRedirects(false)
          .build();

  /** Whether there was a connection, so that the request may have arrived. */
  private static final class Progress extends EventListener {
    private volatile boolean connected;

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      connected = true;
    }
  }

  /**
   * Sends the request and waits for its answer.
   *
   * @throws ImagoException {@link ErrorCode#UNAUTHENTICATED} when it is refused, with what the
   *     server says; {@link ErrorCode#THROTTLED} for 429; {@link ErrorCode#SERVICE_FAULT} for a
   *     fault of the server; {@link ErrorCode#API_FAILED} for an answer that is no JSON; {@link
   *     ErrorCode#CANNOT_CONNECT} and {@link ErrorCode#CONNECTION_LOST}; {@link
   *     ErrorCode#INVALID_VALUE} for an address that would show the secret on its way
   */
  public TokenAnswer send(TokenRequest request) {
    HttpUrl url = request.request().url();
    boolean isOfThisHost = request.secrets().isEmpty() && LINK_LOCAL.matcher(url.host()).matches();
    if (!CredentialTransport.isPrivate(url) && !isOfThisHost) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          "no token is asked of "
              + url.host()
              + " in clear: "
              + request.urlProperty()
              + " must begin with https://, or name this machine");
    }
    Progress progress = new Progress();
    OkHttpClient.Builder own = client.newBuilder().eventListener(progress);
    if (isOfThisHost) {
      own.proxy(Proxy.NO_PROXY);
    }
    Request sent =
        request
            .request()
            .newBuilder()
            .header("User-Agent", "imago/" + ProductVersion.read())
            .header("Accept", "application/json")
            .build();
    if (url.isHttps()) {
      own.connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
    }
    try (Response response = TrustStore.build(own).newCall(sent).execute()) {
      String body = response.peekBody(MOST_BYTES).string();
      Optional<JsonFields> fields = JsonFields.read(body);
      if (!response.isSuccessful()) {
        throw refused(request, response, fields);
      }
      return new TokenAnswer(
          request, response.headers(), fields.orElseThrow(() -> notJson(request, response)));
    } catch (IOException e) {
      throw notAnswered(request, progress.connected, e);
    }
  }

  /** What was being done, as a message begins with it. */
  static String shown(TokenRequest request) {
    return request.provider()
        + ": the request for a token, "
        + request.request().method()
        + " "
        + request.request().url();
  }

  private static ImagoException refused(
      TokenRequest request, Response response, Optional<JsonFields> fields) {
    String said =
        fields.stream()
            .flatMap(known -> ERROR_TEXTS.stream().flatMap(path -> known.find(path).stream()))
            .findFirst()
            .map(text -> ": " + Redaction.of(text, request.secrets()))
            .orElse("");
    String what =
        shown(request)
            + ", was answered "
            + (response.code() + " " + response.message()).strip()
            + said;
    if (response.isRedirect()) {
      return new ImagoException(
          ErrorCode.API_FAILED,
          what + ", a redirect, which is not followed; check " + request.urlProperty());
    }
    if (response.code() == THROTTLED) {
      return new ImagoException(ErrorCode.THROTTLED, what + "; try again later");
    }
    return response.code() >= FIRST_FAULT
        ? new ImagoException(
            ErrorCode.SERVICE_FAULT, what + "; the service has a fault; try again later")
        : new ImagoException(ErrorCode.UNAUTHENTICATED, what + "; " + request.advice());
  }

  private static ImagoException notJson(TokenRequest request, Response response) {
    return new ImagoException(
        ErrorCode.API_FAILED,
        shown(request)
            + ", was answered "
            + response.code()
            + " without a JSON object; check "
            + request.urlProperty());
  }

  private static ImagoException notAnswered(
      TokenRequest request, boolean wasConnected, IOException failure) {
    @Nullable String message = failure.getMessage();
    String why = message == null ? failure.getClass().getSimpleName() : message;
    HttpUrl url = request.request().url();
    return wasConnected
        ? new ImagoException(
            ErrorCode.CONNECTION_LOST,
            shown(request) + ", lost its connection: " + why + "; run the statement again",
            failure)
        : new ImagoException(
            ErrorCode.CANNOT_CONNECT,
            request.provider()
                + ": cannot connect to "
                + url.host()
                + ":"
                + url.port()
                + " for a token: "
                + why
                + "; "
                + TrustStore.advice(failure, request.urlProperty()),
            failure);
  }
}
