package dev.imago.emulator.http;

/** One API under one root path of the server. */
public interface Api {
  /** The path that all of its resources stand under, such as {@code /compute/beta}. */
  String root();

  /** Answers any request under the root, unknown paths included. Called from many threads. */
  Response answer(Request request);
}
