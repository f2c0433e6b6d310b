package dev.imago.core.http;

import dev.imago.core.description.ErrorMapping.Meaning;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers that are not 2xx, and errors that come with a good status: what the cloud says, and
 * what it means for the statement.
 */
final class FailedAnswer {
  /** What is read of an answer that failed. */
  static final long MOST_BYTES = 64 * 1024;

  private static final int MOST_CHARACTERS = 2000;
  private static final int FIRST_REFUSAL = 400;
  private static final int LAST_REFUSAL = 499;
  private static final int FIRST_FAULT = 500;

  /** A status of an answer that failed. */
  private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");

  private final ApiRequest request;

  FailedAnswer(ApiRequest request) {
    this.request = request;
  }

  /** What the answer means; null when it is a failure without a name. Nothing of it is used up. */
  @Nullable Meaning meaning(Response response) {
    Endpoint endpoint = request.endpoint();
    return meaning(
        endpoint,
        endpoint.errorShape().read(response.code(), response.headers(), peek(response)),
        response.code());
  }

  /** Whether it reads as the service's errors do. Nothing of it is used up. */
  boolean isOfShape(Response response) {
    return request
        .endpoint()
        .errorShape()
        .read(response.code(), response.headers(), peek(response))
        .isPresent();
  }

  /** The failure; empty when the answer says that the one row which was asked for is not there. */
  Optional<Failure> read(Response response) {
    boolean isCut = request.mutation().isEmpty() && breaksOff(response);
    String body = beginning(response);
    Optional<ApiFailure> said =
        request.endpoint().errorShape().read(response.code(), response.headers(), body);
    int status = response.isSuccessful() ? toldStatus(said) : response.code();
    @Nullable Meaning meaning = meaning(request.endpoint(), said, status);
    SentSecrets secrets = request.secrets().with(response.request());
    String what = "answered " + status(response) + what(response, said, body, secrets);
    if (meaning == Meaning.ABSENT && isAboutRow(said)) {
      return request.method() instanceof WriteMethod
          ? Optional.of(new Failure(ErrorCode.ABSENT, what, ""))
          : Optional.empty();
    }
    if (request.mutation().isPresent() && status >= FIRST_FAULT && !isRefusal(response, meaning)) {
      // It may have been done all the same, before a gateway gave up or a step after it failed.
      return Optional.of(CallFailures.outcomeUnknown(request.mutation().get(), what));
    }
    if (response.isRedirect()) {
      return Optional.of(
          new Failure(
              ErrorCode.API_FAILED,
              what + ", a redirect, which is not followed",
              "check " + request.endpoint().urlProperty()));
    }
    if (meaning == Meaning.ABSENT && said.isEmpty() && isCut) {
      return Optional.of(
          new Failure(
              ErrorCode.CONNECTION_LOST,
              what + ", and lost the connection in the middle of it",
              "run the statement again"));
    }
    if (meaning == Meaning.ABSENT && said.isEmpty() && isHtml(response)) {
      // The service itself would say it in its own shape.
      return Optional.of(
          new Failure(ErrorCode.API_FAILED, what, "check " + request.endpoint().urlProperty()));
    }
    return Optional.of(failure(meaning, what, status));
  }

  /**
   * Whether the answer says that the request's credential is not good. Its body can be read
   * afterwards as if this had not been asked.
   */
  static boolean refusesCredential(Response response, Endpoint endpoint) {
    if (response.code() < FIRST_REFUSAL || response.code() > LAST_REFUSAL) {
      return false;
    }
    Optional<ApiFailure> said =
        endpoint.errorShape().read(response.code(), response.headers(), peek(response));
    return meaning(endpoint, said, response.code()) == Meaning.UNAUTHENTICATED;
  }

  /** A body that breaks off says so again to whoever reads it. */
  private static String peek(Response response) {
    try {
      return response.peekBody(MOST_BYTES).string();
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether the connection is lost in the middle of what the answer says. */
  static boolean breaksOff(Response response) {
    try {
      response.peekBody(MOST_BYTES).close();
      return false;
    } catch (LostConnectionException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isHtml(Response response) {
    MediaType type = response.body().contentType();
    return type != null && type.subtype().contains("html");
  }

  private boolean isAboutRow(Optional<ApiFailure> said) {
    return request.method().isAboutOneResource()
        && said.isPresent()
        && request.endpoint().errorShape().isAboutResource(said.get(), request.resource());
  }

  /** The service's own codes count before the HTTP status does. */
  private static @Nullable Meaning meaning(
      Endpoint endpoint, Optional<ApiFailure> said, int status) {
    for (String code : said.map(ApiFailure::codes).orElse(List.of())) {
      Optional<Meaning> meaning = endpoint.errors().meaning(code);
      if (meaning.isPresent()) {
        return meaning.get();
      }
    }
    return switch (status) {
      case 401 -> Meaning.UNAUTHENTICATED;
      case 403 -> Meaning.FORBIDDEN;
      case 404 -> Meaning.ABSENT;
      case 429 -> Meaning.THROTTLED;
      default -> null;
    };
  }

  /** Of what came with a good status, the service's own code is all that tells what it is. */
  private static boolean isRefusal(Response response, @Nullable Meaning meaning) {
    return response.isSuccessful() && meaning != null;
  }

  /**
   * The status that an error names which came with a good one; that of a fault if it names none.
   */
  private static int toldStatus(Optional<ApiFailure> said) {
    return said.map(ApiFailure::codes).orElse(List.of()).stream()
        .filter(code -> STATUS.matcher(code).matches())
        .map(Integer::valueOf)
        .findFirst()
        .orElse(FIRST_FAULT);
  }

  private Failure failure(@Nullable Meaning meaning, String what, int status) {
    String provider = request.table().provider();
    if (meaning == null) {
      return new Failure(
          ErrorCode.API_FAILED,
          what,
          status >= FIRST_FAULT
              ? "the service has a fault; try again later"
              : "check the statement");
    }
    return switch (meaning) {
      case UNAUTHENTICATED ->
          new Failure(
              ErrorCode.UNAUTHENTICATED,
              what,
              "check " + provider + ".auth and the credential that it uses");
      case FORBIDDEN -> new Failure(ErrorCode.FORBIDDEN, what, neededPermissions());
      case THROTTLED ->
          new Failure(
              ErrorCode.THROTTLED, what, "try again later, or lower " + provider + ".rateLimit");
      case ABSENT ->
          new Failure(
              ErrorCode.PARENT_ABSENT,
              what,
              "check " + namingValues() + " and " + request.endpoint().urlProperty());
      case PERHAPS_ABSENT ->
          new Failure(
              ErrorCode.PERHAPS_ABSENT,
              what,
              "it is not there, or the service has a fault: the answer does not tell which");
      case BAD_VALUE ->
          new Failure(ErrorCode.INVALID_VALUE, what, "check the values in the statement");
      case EXISTS -> new Failure(ErrorCode.ALREADY_EXISTS, what, "");
      case OUT_OF_DATE -> new Failure(ErrorCode.FINGERPRINT_OUT_OF_DATE, what, "read it again");
    };
  }

  /** What is absent may stand in the body of a change: the source of an image, a folder. */
  private String namingValues() {
    return request.mutation().isPresent()
        ? "the values in the statement"
        : "the values of " + String.join(", ", request.method().parameters());
  }

  private String neededPermissions() {
    List<String> permissions = request.method().permissions();
    return permissions.isEmpty()
        ? "the caller lacks a permission"
        : "the caller needs " + String.join(", ", permissions);
  }

  private static String what(
      Response response, Optional<ApiFailure> said, String body, SentSecrets secrets) {
    if (said.isEmpty()) {
      return " with " + QuotedBody.of(response.body(), secrets.hide(body));
    }
    ApiFailure failure = said.get();
    StringBuilder what = new StringBuilder();
    if (!failure.codes().isEmpty()) {
      what.append(", ").append(failure.codes().get(0));
    }
    if (!failure.text().isBlank()) {
      what.append(": ").append(shortened(secrets.hide(failure.text().strip())));
    }
    failure.requestId().ifPresent(id -> what.append(" (request ").append(id).append(')'));
    return what.toString();
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
  }

  private static String status(Response response) {
    return response.isSuccessful()
        ? response.code() + " with an error"
        : String.format(Locale.ROOT, "%d %s", response.code(), response.message()).strip();
  }

  /** A body that breaks off is as good as its beginning: the status alone says that it failed. */
  private static String beginning(Response response) {
    Buffer beginning = new Buffer();
    try {
      BufferedSource source = response.body().source();
      while (beginning.size() < MOST_BYTES
          && source.read(beginning, MOST_BYTES - beginning.size()) >= 0) {
        // Each read adds what has arrived.
      }
    } catch (IOException e) {
      return beginning.readUtf8();
    }
    return beginning.readUtf8();
  }
}
