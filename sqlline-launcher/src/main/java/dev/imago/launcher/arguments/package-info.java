/** The command line of {@code imago}. */
@NullMarked
package dev.imago.launcher.arguments;

import org.jspecify.annotations.NullMarked;
