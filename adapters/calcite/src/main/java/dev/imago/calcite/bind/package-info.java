/** Binding: which scan gets its parameters from where, and in which order joins must run for it. */
@NullMarked
package dev.imago.calcite.bind;

import org.jspecify.annotations.NullMarked;
