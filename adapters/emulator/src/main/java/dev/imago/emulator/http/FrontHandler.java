package dev.imago.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Records each request, asks the API under whose root it falls, and lets faults strike. */
final class FrontHandler implements HttpHandler {
  private final List<Api> apis;
  private final RequestLog log;
  private final Faults faults;
  private final boolean compressing;

  FrontHandler(List<Api> apis, RequestLog log, Faults faults, boolean compressing) {
    // The longest root first, so that an API may stand under another's root.
    this.apis =
        apis.stream()
            .sorted(Comparator.comparingInt((Api api) -> api.root().length()).reversed())
            .toList();
    this.log = log;
    this.faults = faults;
    this.compressing = compressing;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = RequestReader.read(exchange);
      log.add(CredentialMask.record(request));
      Fault fault = faults.next(request);
      pause(fault.latency().toNanos());
      if (fault.delivery() instanceof Delivery.CutBefore) {
        return;
      }
      Response response = fault.answer(request).orElseGet(() -> dispatch(request));
      deliver(exchange, encoded(request, response), fault.delivery());
    }
  }

  private Response dispatch(Request request) {
    for (Api api : apis) {
      if (request.path().equals(api.root()) || request.path().startsWith(api.root() + "/")) {
        return answer(api, request);
      }
    }
    return Response.text(404, "No API stands at " + request.path() + "\n");
  }

  /** A defect of the emulator shows its stack trace to the client, where a test prints it. */
  private static Response answer(Api api, Request request) {
    try {
      return api.answer(request);
    } catch (RuntimeException defect) {
      StringWriter trace = new StringWriter();
      defect.printStackTrace(new PrintWriter(trace));
      return Response.text(500, "The emulator failed on " + request.target() + "\n" + trace);
    }
  }

  private Response encoded(Request request, Response response) {
    boolean accepted =
        request.header("Accept-Encoding").filter(codings -> codings.contains("gzip")).isPresent();
    return compressing && accepted ? response.compressed() : response;
  }

  private static void deliver(HttpExchange exchange, Response response, Delivery delivery)
      throws IOException {
    if (delivery instanceof Delivery.CutInside cut && cut.bytes() < 0) {
      return;
    }
    if (delivery instanceof Delivery.Late late) {
      pause(late.pause().toNanos());
    }
    if (delivery instanceof Delivery.Held held && held.bytes() < 0) {
      pass(held.gate());
    }
    Response sent =
        delivery instanceof Delivery.Truncated end ? response.truncated(end.bytes()) : response;
    byte[] body = sent.body();
    sent.headers().forEach(exchange.getResponseHeaders()::set);
    // The server takes 0 for "length unknown" and -1 for "no body".
    exchange.sendResponseHeaders(sent.status(), body.length == 0 ? -1 : body.length);
    OutputStream out = exchange.getResponseBody();
    if (delivery instanceof Delivery.CutInside cut) {
      out.write(body, 0, Math.max(0, Math.min(cut.bytes(), body.length - 1)));
      out.flush();
    } else if (delivery instanceof Delivery.Held held && held.bytes() >= 0) {
      int first = Math.min(held.bytes(), body.length);
      out.write(body, 0, first);
      out.flush();
      pass(held.gate());
      out.write(body, first, body.length - first);
    } else if (delivery instanceof Delivery.Slow slow) {
      for (int from = 0; from < body.length; from += slow.bytes()) {
        pause(slow.pause().toNanos());
        out.write(body, from, Math.min(slow.bytes(), body.length - from));
        out.flush();
      }
    } else if (body.length > 0) {
      out.write(body);
    }
  }

  private static void pass(CountDownLatch gate) throws IOException {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("The emulator was closed in front of a gate", stopped);
    }
  }

  private static void pause(long nanos) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("The emulator was closed during a pause", stopped);
    }
  }
}
