package dev.imago.contract;

import dev.imago.emulator.http.Fault;
import dev.imago.emulator.http.FaultRule;
import dev.imago.emulator.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fault that strikes the calls of a query.
 *
 * @param name what a reader calls it
 * @param clouds how the clouds are that it strikes
 * @param target what the path of the requests that it strikes holds, a regular expression
 * @param times how many requests it strikes
 * @param state the SQLState that it ends in; {@link #ROWS} when the query has its rows all the same
 */
record FaultCase(
    String name, StruckClouds clouds, Fault fault, String target, int times, String state) {
  /** What stands in place of an SQLState. */
  static final String ROWS = "rows";

  private static final int FOR_EVER = Integer.MAX_VALUE;
  private static final String JSON = "application/json";
  private static final String ANY = "";
  private static final String GOOGLE = "^/compute/|^/v1/projects";

  /** A page of Google that is not the first one. */
  private static final String NEXT_PAGE = "(" + GOOGLE + ").*pageToken=";

  private static final String IMPORT =
      "projects/acme-prod/locations/us-central1/imageImports/import-debian";

  /** The shapes of all clouds read it. */
  private static final String FORBIDDEN = "{\"error\": {\"code\": 403, \"message\": \"Not you.\"}}";

  private static final List<Integer> RETRIED = List.of(408, 425, 429, 500, 502, 503, 504);

  /** Every fault of the matrix. */
  static List<FaultCase> all() {
    List<FaultCase> cases = new ArrayList<>();
    addConnections(cases);
    addStatuses(cases);
    addBodies(cases);
    addPages(cases);
    return cases;
  }

  private static void addConnections(List<FaultCase> cases) {
    Fault none = Fault.latency(Duration.ZERO);
    cases.add(
        new FaultCase(
            "connection refused, always", StruckClouds.ABSENT, none, ANY, FOR_EVER, "08001"));
    add(cases, "closed before the answer", Fault.cutBeforeAnswer(), ROWS, "08006");
    add(cases, "closed inside the body", Fault.cutInsideAnswer(40), ROWS, "08006");
    StruckClouds gzip = StruckClouds.COMPRESSING;
    add(cases, "closed inside gzip", gzip, Fault.cutInsideAnswer(40), ROWS, "08006");
    add(cases, "closed after the handling", Fault.cutAfterHandling(), ROWS, "08006");
    add(cases, "late headers", Fault.latency(Duration.ofMillis(20)), ROWS, ROWS);
    add(cases, "slow body", Fault.slowBody(512, Duration.ofMillis(1)), ROWS, ROWS);
  }

  private static void addStatuses(List<FaultCase> cases) {
    for (int status : RETRIED) {
      Response busy = Response.text(status, "busy");
      String state = status == 429 ? "53400" : "HV000";
      add(cases, "status " + status, Fault.answer(busy), ROWS, state);
      Fault later = Fault.answer(busy.withHeader("Retry-After", "0"));
      add(cases, "status " + status + ", Retry-After: 0", later, ROWS, state);
    }
    Fault rateLimit =
        Fault.answer(
            Response.of(
                403,
                JSON,
                "{\"error\": {\"code\": 403, \"status\": \"RESOURCE_EXHAUSTED\", \"message\":"
                    + " \"Slow down\", \"errors\": [{\"reason\": \"rateLimitExceeded\"}]}}"));
    cases.add(google("Google's rate limit, once", rateLimit, 1, ROWS));
    cases.add(google("Google's rate limit, always", rateLimit, FOR_EVER, "53400"));
    add(cases, "status 400", Fault.answer(Response.text(400, "no")), "HV000", "HV000");
    Fault who = Fault.answer(Response.text(401, "who?"));
    add(cases, "status 401, no credential", who, "28000", "28000");
    add(cases, "status 401, a token", StruckClouds.WITH_TOKENS, who, ROWS, "28000");
    add(cases, "status 403", Fault.answer(Response.text(403, "no")), "42501", "42501");
  }

  private static void addBodies(List<FaultCase> cases) {
    add(cases, "body cut, its length too", Fault.truncatedBody(40), "HV000", "HV000");
    StruckClouds gzip = StruckClouds.COMPRESSING;
    add(cases, "gzip cut, its length too", gzip, Fault.truncatedBody(40), "HV000", "HV000");
    add(cases, "HTML, status 200", body("text/html", "<html>Sign in</html>"), "HV000", "HV000");
    add(cases, "empty body, status 200", body(JSON, ""), "HV000", "HV000");
    add(cases, "a JSON array", body(JSON, "[]"), "HV000", "HV000");
    add(cases, "an error of 403, status 200", body(JSON, FORBIDDEN), "42501", "42501");
    Fault fault = body(JSON, FORBIDDEN.replace("403", "503"));
    add(cases, "an error of 503, status 200", fault, "HV000", "HV000");
    add(cases, "JSON that ends early", body(JSON, "{\"items\": ["), "HV000", "HV000");
  }

  private static void addPages(List<FaultCase> cases) {
    Fault sameToken = body(JSON, "{\"items\": [], \"imageImports\": [], \"nextPageToken\": \"t\"}");
    cases.add(google("the same page token", sameToken, FOR_EVER, "HV000"));
    AtomicInteger page = new AtomicInteger();
    Fault endless =
        Fault.answers(
            request ->
                Response.of(200, JSON, "{\"nextPageToken\": \"t" + page.incrementAndGet() + "\"}"));
    cases.add(google("pages without end", endless, FOR_EVER, "54000"));
    Fault none = Fault.latency(Duration.ZERO);
    cases.add(
        new FaultCase(
            "a first page that is empty, and goes on",
            StruckClouds.EMPTY_FIRST_PAGES,
            none,
            ANY,
            FOR_EVER,
            ROWS));
    StruckClouds pages = StruckClouds.ONE_ROW_A_PAGE;
    Fault noList = body(JSON, "{\"items\": {}, \"imageImports\": {}}");
    cases.add(new FaultCase("no list on page two", pages, noList, NEXT_PAGE, FOR_EVER, "HV000"));
    Fault error = body(JSON, FORBIDDEN);
    String refused = "an error of 403, status 200, on page two";
    cases.add(new FaultCase(refused, pages, error, NEXT_PAGE, FOR_EVER, "42501"));
    Fault otherType =
        body(
            JSON,
            "{\"items\": [{\"name\": \"odd\", \"diskSizeGb\": \"many\"}],"
                + " \"imageImports\": [{\"name\": \""
                + IMPORT
                + "\", \"createTime\": 5}]}");
    cases.add(
        new FaultCase(
            "a number and a time of other types on page two",
            pages,
            otherType,
            NEXT_PAGE,
            FOR_EVER,
            "01000"));
  }

  private static Fault body(String type, String text) {
    return Fault.answer(Response.of(200, type, text));
  }

  private static FaultCase google(String name, Fault fault, int times, String state) {
    return new FaultCase(name, StruckClouds.USUAL, fault, GOOGLE, times, state);
  }

  private static void add(
      List<FaultCase> cases, String name, Fault fault, String once, String forEver) {
    add(cases, name, StruckClouds.USUAL, fault, once, forEver);
  }

  private static void add(
      List<FaultCase> cases,
      String name,
      StruckClouds clouds,
      Fault fault,
      String once,
      String forEver) {
    cases.add(new FaultCase(name + ", once", clouds, fault, ANY, 1, once));
    cases.add(new FaultCase(name + ", always", clouds, fault, ANY, FOR_EVER, forEver));
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
