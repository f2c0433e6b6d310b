/** Changes: how EXEC, INSERT, UPDATE and DELETE become writes, and how these run. */
@NullMarked
package dev.imago.calcite.change;

import org.jspecify.annotations.NullMarked;
