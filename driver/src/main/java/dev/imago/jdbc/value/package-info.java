/** Values between the engine and Java: reading, text, JSON, nested values, parameters. */
@NullMarked
package dev.imago.jdbc.value;

import org.jspecify.annotations.NullMarked;
