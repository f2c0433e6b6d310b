/** A small cloud for the engine's own tests. */
@NullMarked
package dev.imago.calcite.lab;

import org.jspecify.annotations.NullMarked;
