package dev.imago.emulator.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * What happens to a request instead of, or besides, its usual answer. Each method gives a new
 * fault, so that they combine: {@code Fault.latency(fifty).answering(Response.text(503, "busy"))}.
 */
public final class Fault {
  static final Fault NONE = new Fault(Duration.ZERO, Optional.empty(), new Delivery.Whole());

  private final Duration latency;
  private final Optional<Function<Request, Response>> answer;
  private final Delivery delivery;

  private Fault(Duration latency, Optional<Function<Request, Response>> answer, Delivery delivery) {
    this.latency = latency;
    this.answer = answer;
    this.delivery = delivery;
  }

  /** The usual answer, this much later. */
  public static Fault latency(Duration latency) {
    return NONE.delayed(latency);
  }

  /**
   * The API handles the request at once, and its answer comes this much later: a client that gives
   * up before cannot know that its request took effect.
   */
  public static Fault lateAnswer(Duration pause) {
    return new Fault(Duration.ZERO, Optional.empty(), new Delivery.Late(pause));
  }

  /** The API handles the request at once, and its answer comes when the gate is open. */
  public static Fault heldBeforeAnswer(CountDownLatch gate) {
    return heldInsideAnswer(-1, gate);
  }

  /** The headers and this many bytes of the body come at once, the others when the gate is open. */
  public static Fault heldInsideAnswer(int bytes, CountDownLatch gate) {
    return new Fault(Duration.ZERO, Optional.empty(), new Delivery.Held(bytes, gate));
  }

  /** This answer; the API behind it does not see the request. */
  public static Fault answer(Response response) {
    return NONE.answering(response);
  }

  /** An answer made for each request; the API behind it does not see them. */
  public static Fault answers(Function<Request, Response> answer) {
    return new Fault(NONE.latency, Optional.of(answer), NONE.delivery);
  }

  /** The connection closes before a byte of the answer; the API does not see the request. */
  public static Fault cutBeforeAnswer() {
    return new Fault(Duration.ZERO, Optional.empty(), new Delivery.CutBefore());
  }

  /**
   * The API handles the request, and then the connection closes before a byte of the answer: the
   * client cannot know that its request took effect.
   */
  public static Fault cutAfterHandling() {
    return cutInsideAnswer(-1);
  }

  /** The connection closes after this many bytes of the body, fewer than Content-Length says. */
  public static Fault cutInsideAnswer(int bytes) {
    return new Fault(Duration.ZERO, Optional.empty(), new Delivery.CutInside(bytes));
  }

  /** The body ends after this many bytes, and Content-Length agrees. */
  public static Fault truncatedBody(int bytes) {
    return new Fault(Duration.ZERO, Optional.empty(), new Delivery.Truncated(bytes));
  }

  /** The body comes in pieces of this many bytes, with a pause before each. */
  public static Fault slowBody(int bytes, Duration pause) {
    return new Fault(Duration.ZERO, Optional.empty(), new Delivery.Slow(bytes, pause));
  }

  /** This fault, and this much later. */
  public Fault delayed(Duration more) {
    return new Fault(more, answer, delivery);
  }

  /** This fault, applied to this answer instead of the API's own. */
  public Fault answering(Response response) {
    return new Fault(latency, Optional.of(request -> response), delivery);
  }

  Duration latency() {
    return latency;
  }

  Optional<Response> answer(Request request) {
    return answer.map(made -> made.apply(request));
  }

  Delivery delivery() {
    return delivery;
  }
}
