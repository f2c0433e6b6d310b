/**
 * Stored resources and the lists of them: rows in an order, filtered, cut into pages with tokens.
 */
@NullMarked
package dev.imago.emulator.list;

import org.jspecify.annotations.NullMarked;
