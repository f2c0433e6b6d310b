/**
 * SQL types: what the descriptions' types are in SQL, and how the engine differs from Calcite's
 * defaults.
 */
@NullMarked
package dev.imago.calcite.type;

import org.jspecify.annotations.NullMarked;
