/** The engine as a driver or a server uses it: open, prepare, execute, cancel. No java.sql type. */
@NullMarked
package dev.imago.calcite.engine;

import org.jspecify.annotations.NullMarked;
