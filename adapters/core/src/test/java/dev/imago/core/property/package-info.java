/** Tests of the connection properties. */
@NullMarked
package dev.imago.core.property;

import org.jspecify.annotations.NullMarked;
