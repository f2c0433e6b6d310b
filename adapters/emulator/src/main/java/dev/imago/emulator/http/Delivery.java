package dev.imago.emulator.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** How the bytes of an answer reach the client. */
sealed interface Delivery {

  /** All of them, at once. */
  record Whole() implements Delivery {}

  /** All of them, at once, but only after a pause behind the API's handling. */
  record Late(Duration pause) implements Delivery {}

  /** All of them; those behind so many bytes of the body only when the gate is open. */
  record Held(int bytes, CountDownLatch gate) implements Delivery {}

  /** None: the connection closes instead of an answer. */
  record CutBefore() implements Delivery {}

  /** The headers with the full Content-Length and this many bytes, then the connection closes. */
  record CutInside(int bytes) implements Delivery {}

  /** A sound answer whose body ends after this many bytes. */
  record Truncated(int bytes) implements Delivery {}

  /** All of them, in pieces of this many bytes with a pause before each. */
  record Slow(int bytes, Duration pause) implements Delivery {}
}
