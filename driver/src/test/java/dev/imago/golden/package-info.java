/**
 * Golden scripts: SQL, rows, plans, errors and HTTP calls side by side, against the demo clouds.
 */
@NullMarked
package dev.imago.golden;

import org.jspecify.annotations.NullMarked;
