/** The engine's own relational expressions. */
@NullMarked
package dev.imago.calcite.rel;

import org.jspecify.annotations.NullMarked;
