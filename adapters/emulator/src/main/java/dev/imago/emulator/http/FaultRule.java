package dev.imago.emulator.http;

import java.util.regex.Pattern;

/**
 * Which requests a fault strikes.
 *
 * @param method the HTTP method, or {@code *} for any
 * @param target a regular expression that must be found in path and query as sent
 * @param skip how many matching requests pass unharmed first
 * @param times how many are struck after that
 */
public record FaultRule(String method, Pattern target, int skip, int times) {

  /** Every request of this method whose target holds this expression. */
  public static FaultRule on(String method, String target) {
    return new FaultRule(method, Pattern.compile(target), 0, Integer.MAX_VALUE);
  }

  /** Every request. */
  public static FaultRule always() {
    return on("*", "");
  }

  /** Lets this many matching requests pass first. */
  public FaultRule after(int count) {
    return new FaultRule(method, target, count, times);
  }

  /** Strikes only this many requests. */
  public FaultRule times(int count) {
    return new FaultRule(method, target, skip, count);
  }

  boolean matches(Request request) {
    return ("*".equals(method) || method.equals(request.method()))
        && target.matcher(request.target()).find();
  }
}
