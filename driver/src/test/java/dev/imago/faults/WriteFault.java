package dev.imago.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that strikes a change. */
enum WriteFault {
  NO_SERVER("no connection is made", null, 0),
  CUT_BEFORE_ARRIVAL("the connection breaks once, before the request arrives", null, 0),
  CUT_ON_ARRIVAL(
      "the connection breaks once, before the service does anything", Fault.cutBeforeAnswer(), 1),
  CUT_AFTER_HANDLING(
      "the connection breaks once, after the service did it", Fault.cutAfterHandling(), 1),
  ALWAYS_CUT_AFTER_HANDLING(
      "the connection breaks every time, after the service did it",
      Fault.cutAfterHandling(),
      Integer.MAX_VALUE),
  CUT_INSIDE_ANSWER(
      "the connection breaks in the middle of the answer", Fault.cutInsideAnswer(20), 1),
  ENDS_EARLY("the answer is good, and ends too early", Fault.truncatedBody(20), 1),
  NO_JSON("the answer is good, and is a page", Fault.answer(Response.text(200, "Welcome")), 1),
  UNAVAILABLE("503 once", Fault.answer(Response.text(503, "busy")), 1),
  ALWAYS_UNAVAILABLE("503 every time", Fault.answer(Response.text(503, "busy")), Integer.MAX_VALUE),
  BROKEN("500 once", Fault.answer(Response.text(500, "broken")), 1),
  THROTTLED_SHORTLY(
      "429 once, with `Retry-After: 1`",
      Fault.answer(Response.text(429, "slow down").withHeader("Retry-After", "1")),
      1),
  THROTTLED(
      "429 once, with `Retry-After: 600`",
      Fault.answer(Response.text(429, "slow down").withHeader("Retry-After", "600")),
      1),
  TOKEN_REFUSED("401 once", null, 1),
  QUERY_TIMEOUT(
      "the query time-out comes ahead of the answer", Fault.lateAnswer(Duration.ofMinutes(1)), 1),
  TIMEOUT(
      "the property `timeout` comes ahead of the answer",
      Fault.lateAnswer(Duration.ofMinutes(1)),
      1),
  TIMEOUT_INSIDE_ANSWER(
      "the query time-out comes in the middle of the answer",
      Fault.slowBody(20, Duration.ofMillis(700)),
      1),
  CANCEL("it is cancelled under way", Fault.lateAnswer(Duration.ofMinutes(1)), 1);

  private final String text;
  private final @Nullable Fault fault;
  private final int times;

  WriteFault(String text, @Nullable Fault fault, int times) {
    this.text = text;
    this.fault = fault;
    this.times = times;
  }

  /** What happens, for the page. */
  String text() {
    return text;
  }

  /** What the cloud does; empty when the way to it has the fault. */
  Optional<Fault> in(String provider) {
    return this == TOKEN_REFUSED ? Optional.of(refusal(provider)) : Optional.ofNullable(fault);
  }

  /** How many requests it strikes. */
  int times() {
    return times;
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
