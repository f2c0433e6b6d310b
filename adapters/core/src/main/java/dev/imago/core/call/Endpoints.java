package dev.imago.core.call;

import dev.imago.core.description.TableDescription;
import dev.imago.core.http.Endpoint;

/** Knows where a table's service is. Safe for any number of threads. */
@FunctionalInterface
public interface Endpoints {

  /**
   * The endpoint of the table's service.
   *
   * @throws dev.imago.core.error.ImagoException when the settings do not give one
   */
  Endpoint of(TableDescription table);
}
