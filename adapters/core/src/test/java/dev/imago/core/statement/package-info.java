/** Tests of what one execution of a statement has. */
@NullMarked
package dev.imago.core.statement;

import org.jspecify.annotations.NullMarked;
