/** What the generated parser asks while it parses. */
@NullMarked
package dev.imago.parser.grammar;

import org.jspecify.annotations.NullMarked;
