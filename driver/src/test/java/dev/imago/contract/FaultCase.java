package dev.imago.contract;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault that strikes the calls of a query.
 *
 * @param name what a reader calls it
 * @param target what the path of the requests that it strikes holds, a regular expression
 * @param times how many requests it strikes
 * @param state the SQLState that it ends in; {@link #ROWS} when the query has its rows all the same
 */
record FaultCase(String name, Fault fault, String target, int times, String state) {
  /** What stands in place of an SQLState. */
  static final String ROWS = "rows";

  private static final int FOR_EVER = Integer.MAX_VALUE;
  private static final String JSON = "application/json";
  private static final String ANY = "";
  private static final String GOOGLE = "^/compute/|^/v1/projects";

  /** Every fault of the matrix. */
  static List<FaultCase> all() {
    List<FaultCase> cases = new ArrayList<>();
    add(cases, "closed before the answer", Fault.cutBeforeAnswer(), ROWS, "08006");
    add(cases, "closed inside the body", Fault.cutInsideAnswer(40), ROWS, "08006");
    add(cases, "closed after the handling", Fault.cutAfterHandling(), ROWS, "08006");
    for (int status : List.of(408, 425, 429, 500, 502, 503, 504)) {
      Response busy = Response.text(status, "busy");
      String state = status == 429 ? "53400" : "HV000";
      add(cases, "status " + status, Fault.answer(busy), ROWS, state);
    }
    Response later = Response.text(503, "busy").withHeader("Retry-After", "0");
    add(cases, "status 503, Retry-After: 0", Fault.answer(later), ROWS, "HV000");
    add(cases, "status 400", Fault.answer(Response.text(400, "no")), "HV000", "HV000");
    add(cases, "status 401", Fault.answer(Response.text(401, "who?")), "28000", "28000");
    add(cases, "status 403", Fault.answer(Response.text(403, "no")), "42501", "42501");
    add(cases, "late headers", Fault.latency(Duration.ofMillis(20)), ROWS, ROWS);
    add(cases, "slow body", Fault.slowBody(512, Duration.ofMillis(1)), ROWS, ROWS);
    add(cases, "body cut, its length too", Fault.truncatedBody(40), "HV000", "HV000");
    add(cases, "HTML, status 200", body("text/html", "<html>Sign in</html>"), "HV000", "HV000");
    add(cases, "empty body, status 200", body(JSON, ""), "HV000", "HV000");
    add(cases, "a JSON array", body(JSON, "[]"), "HV000", "HV000");
    add(cases, "JSON that ends early", body(JSON, "{\"items\": ["), "HV000", "HV000");
    Fault rateLimit =
        Fault.answer(
            Response.of(
                403,
                JSON,
                "{\"error\": {\"code\": 403, \"status\": \"RESOURCE_EXHAUSTED\", \"message\":"
                    + " \"Slow down\", \"errors\": [{\"reason\": \"rateLimitExceeded\"}]}}"));
    cases.add(new FaultCase("Google's rate limit, once", rateLimit, GOOGLE, 1, ROWS));
    cases.add(new FaultCase("Google's rate limit, always", rateLimit, GOOGLE, FOR_EVER, "53400"));
    Fault sameToken = body(JSON, "{\"items\": [], \"imageImports\": [], \"nextPageToken\": \"t\"}");
    cases.add(new FaultCase("the same page token", sameToken, GOOGLE, FOR_EVER, "HV000"));
    return cases;
  }

  private static Fault body(String type, String text) {
    return Fault.answer(Response.of(200, type, text));
  }

  private static void add(
      List<FaultCase> cases, String name, Fault fault, String once, String forEver) {
    cases.add(new FaultCase(name + ", once", fault, ANY, 1, once));
    cases.add(new FaultCase(name + ", always", fault, ANY, FOR_EVER, forEver));
  }

  /** Which requests it strikes: the first ones. */
  FaultRule rule() {
    return FaultRule.on("GET", target).times(times);
  }

  boolean givesRows() {
    return state.equals(ROWS);
  }

  @Override
  public String toString() {
    return name;
  }
}
