package dev.imago.calcite.rel;

import dev.imago.core.description.ReadMethod;

/** One call chain that a scan makes: the way to read and the values that it is called with. */
public record PlannedRead(ReadMethod method, Binding binding) {
  @Override
  public String toString() {
    return method.name() + binding;
  }
}
