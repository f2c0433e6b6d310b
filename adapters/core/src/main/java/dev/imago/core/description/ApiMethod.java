package dev.imago.core.description;

import java.util.List;

/** One call that an API offers for a table. */
public sealed interface ApiMethod permits ReadMethod, WriteMethod {

  /** How documentation, EXPLAIN and the call log call it: list, get, insert, cancel. */
  String name();

  /** The verb that it is sent with. */
  HttpVerb verb();

  /** What is sent, before any value is known. */
  CallTemplate call();

  /** Whether it is about one resource alone, so that a 404 may say that this one is not there. */
  boolean isAboutOneResource();

  /** What the caller must be granted. */
  List<String> permissions();

  /** The columns that must be bound before it can be called, each once. */
  default List<String> parameters() {
    return call().parameters();
  }
}
