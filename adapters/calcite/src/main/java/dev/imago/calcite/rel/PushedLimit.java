package dev.imago.calcite.rel;

import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * How many rows are enough: those that are skipped and those that are kept. Each is a literal or a
 * {@code ?}.
 */
public record PushedLimit(@Nullable RexNode offset, RexNode fetch) {}
