package dev.imago.core.read;

import dev.imago.core.call.ServiceCalls;
import dev.imago.core.http.Authenticator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Statements of one reader over a service at any address. */
final class RawService implements AutoCloseable {
  private final Service statements = new Service();
  private final ServiceCalls services;

  RawService(HttpUrl url, Authenticator authenticator) throws IOException {
    services =
        Service.services(Service.endpoint(url, authenticator), Service.RULES, statements.timer);
  }

  /** The rows of a statement of its own, each as its text. */
  List<String> rows(String project) {
    List<String> rows = new ArrayList<>();
    try (RowStream stream =
        new TableReader(services)
            .read(List.of(Acme.images(project, "name")), statements.statement(10))) {
      for (@Nullable Object[] row = stream.next(); row != null; row = stream.next()) {
        rows.add(Arrays.deepToString(row));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    services.close();
    statements.close();
  }
}
