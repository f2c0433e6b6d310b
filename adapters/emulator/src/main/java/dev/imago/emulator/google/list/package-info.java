/** Lists: rows in an order, filtered, cut into pages with tokens. */
@NullMarked
package dev.imago.emulator.google.list;

import org.jspecify.annotations.NullMarked;
