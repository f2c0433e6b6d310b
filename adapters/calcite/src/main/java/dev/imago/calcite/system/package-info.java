/** The tables of imago.system: what the product knows about itself. */
@NullMarked
package dev.imago.calcite.system;

import org.jspecify.annotations.NullMarked;
