package dev.imago.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.Response;
import java.time.Duration;
import java.util.Optional;

/** A fault that strikes a change. */
enum WriteFault {
  NO_SERVER("no connection is made", 0),
  CUT_BEFORE_ARRIVAL("the connection breaks once, before the request arrives", 0),
  CUT_ON_ARRIVAL("the connection breaks once, before the service does anything", 1),
  CUT_AFTER_HANDLING("the connection breaks once, after the service did it", 1),
  ALWAYS_CUT_AFTER_HANDLING(
      "the connection breaks every time, after the service did it", Integer.MAX_VALUE),
  CUT_INSIDE_ANSWER("the connection breaks in the middle of the answer", 1),
  ENDS_EARLY("the answer is good, and ends too early", 1),
  NO_JSON("the answer is good, and is a page", 1),
  REFUSED_AS_GOOD("the answer is good, and is an error of 400", 1),
  BROKEN_AS_GOOD("the answer is good, and is an error of 500", 1),
  UNAVAILABLE("503 once", 1),
  ALWAYS_UNAVAILABLE("503 every time", Integer.MAX_VALUE),
  BROKEN("500 once", 1),
  THROTTLED_SHORTLY("429 once, with `Retry-After: 1`", 1),
  THROTTLED("429 once, with `Retry-After: 600`", 1),
  TOKEN_REFUSED("401 once", 1),
  QUERY_TIMEOUT("the query time-out comes ahead of the answer", 1),
  TIMEOUT("the property `timeout` comes ahead of the answer", 1),
  TIMEOUT_INSIDE_ANSWER("the query time-out comes in the middle of the answer", 1),
  CANCEL("it is cancelled under way", 1);

  private final String text;
  private final int times;

  WriteFault(String text, int times) {
    this.text = text;
    this.times = times;
  }

  /** What happens, for the page. */
  String text() {
    return text;
  }

  /** What the cloud does; empty when the way to it has the fault. */
  Optional<Fault> in(String provider) {
    return switch (this) {
      case NO_SERVER, CUT_BEFORE_ARRIVAL -> Optional.empty();
      case CUT_ON_ARRIVAL -> Optional.of(Fault.cutBeforeAnswer());
      case CUT_AFTER_HANDLING, ALWAYS_CUT_AFTER_HANDLING -> Optional.of(Fault.cutAfterHandling());
      case CUT_INSIDE_ANSWER -> Optional.of(Fault.cutInsideAnswer(20));
      case ENDS_EARLY -> Optional.of(Fault.truncatedBody(20));
      case NO_JSON -> Optional.of(Fault.answer(Response.text(200, "Welcome")));
      case REFUSED_AS_GOOD -> Optional.of(error(400));
      case BROKEN_AS_GOOD -> Optional.of(error(500));
      case UNAVAILABLE, ALWAYS_UNAVAILABLE -> Optional.of(Fault.answer(Response.text(503, "busy")));
      case BROKEN -> Optional.of(Fault.answer(Response.text(500, "broken")));
      case THROTTLED_SHORTLY -> Optional.of(throttled("1"));
      case THROTTLED -> Optional.of(throttled("600"));
      case TOKEN_REFUSED -> Optional.of(refusal(provider));
      case QUERY_TIMEOUT, TIMEOUT, CANCEL -> Optional.of(Fault.lateAnswer(Duration.ofMinutes(1)));
      case TIMEOUT_INSIDE_ANSWER -> Optional.of(Fault.slowBody(20, Duration.ofMillis(700)));
    };
  }

  /** How many requests it strikes. */
  int times() {
    return times;
  }

  /** An error that the shapes of all clouds read. */
  private static Fault error(int code) {
    String body = "{\"error\": {\"code\": " + code + ", \"message\": \"No.\"}}";
    return Fault.answer(Response.json(200, body.getBytes(UTF_8)));
  }

  private static Fault throttled(String seconds) {
    return Fault.answer(Response.text(429, "slow down").withHeader("Retry-After", seconds));
  }

  /** The refusal of a credential, as each cloud words it. */
  private static Fault refusal(String provider) {
    String body =
        switch (provider) {
          case "google" ->
              """
              {"error": {"code": 401, "message": "Invalid Credentials",
                "errors": [{"reason": "authError", "message": "Invalid Credentials"}],
                "status": "UNAUTHENTICATED"}}
              """;
          case "yandex" -> "{\"code\": 16, \"message\": \"Token is invalid or has expired.\"}";
          default ->
              """
              {"error_msg": "Incorrect IAM authentication information",
                "error_code": "APIGW.0301"}
              """;
        };
    return Fault.answer(Response.json(401, body.getBytes(UTF_8)));
  }
}
