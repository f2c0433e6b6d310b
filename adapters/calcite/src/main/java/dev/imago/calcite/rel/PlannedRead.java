package dev.imago.calcite.rel;

import dev.imago.core.description.ReadMethod;
import org.apache.calcite.rex.RexShuttle;

/** One call chain that a scan makes: the way to read and the values that it is called with. */
public record PlannedRead(ReadMethod method, Binding binding) {
  /** The same call with its values rewritten. */
  PlannedRead accept(RexShuttle shuttle) {
    return new PlannedRead(method, binding.accept(shuttle));
  }

  @Override
  public String toString() {
    return method.name() + binding;
  }
}
