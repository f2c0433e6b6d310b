/** How the rows of a result are written. */
@NullMarked
package dev.imago.launcher.format;

import org.jspecify.annotations.NullMarked;
