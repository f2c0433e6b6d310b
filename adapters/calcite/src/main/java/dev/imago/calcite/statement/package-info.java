/** What a planned statement shows of itself: its kind, its columns, its parameters. */
@NullMarked
package dev.imago.calcite.statement;

import org.jspecify.annotations.NullMarked;
