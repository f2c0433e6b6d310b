/** Compute Engine, v1 and beta. */
@NullMarked
package dev.imago.emulator.google.compute;

import org.jspecify.annotations.NullMarked;
