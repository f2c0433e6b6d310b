/** Programs that print how long things take; docs/benchmarks.md has their commands. */
@NullMarked
package dev.imago.benchmarks;

import org.jspecify.annotations.NullMarked;
