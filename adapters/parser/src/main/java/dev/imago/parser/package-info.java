/** The SQL grammar: Calcite's, extended. From a statement's text to Calcite's syntax tree. */
@NullMarked
package dev.imago.parser;

import org.jspecify.annotations.NullMarked;
