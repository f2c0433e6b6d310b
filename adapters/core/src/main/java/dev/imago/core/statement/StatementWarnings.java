package dev.imago.core.statement;

import dev.imago.core.error.ImagoException;
import java.util.function.Consumer;

/** Takes what the user of a statement should know although the statement succeeds. */
@FunctionalInterface
public interface StatementWarnings extends Consumer<String> {

  /** Tells of rows that are missing because a call for them failed. */
  default void missing(ImagoException failure) {
    accept(failure.getMessage());
  }
}
