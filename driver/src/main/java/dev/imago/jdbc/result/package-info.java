/** Result sets over the engine's rows, and over rows in memory. */
@NullMarked
package dev.imago.jdbc.result;

import org.jspecify.annotations.NullMarked;
