/** The statements that the grammar adds to Calcite's, as syntax trees. */
@NullMarked
package dev.imago.parser.statement;

import org.jspecify.annotations.NullMarked;
