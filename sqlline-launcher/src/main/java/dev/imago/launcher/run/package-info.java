/** Statements run one after the other: rows, messages, timing, interruption. */
@NullMarked
package dev.imago.launcher.run;

import org.jspecify.annotations.NullMarked;
