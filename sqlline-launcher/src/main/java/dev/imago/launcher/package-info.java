/** The {@code imago} command: where it starts and what it connects to its terminal. */
@NullMarked
package dev.imago.launcher;

import org.jspecify.annotations.NullMarked;
