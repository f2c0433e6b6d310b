/** The inventory of all clouds: its views are a resource of this package. */
@NullMarked
package dev.imago.inventory;

import org.jspecify.annotations.NullMarked;
