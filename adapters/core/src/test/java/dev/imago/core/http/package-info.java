/** Tests of what calls show of themselves. */
@NullMarked
package dev.imago.core.http;

import org.jspecify.annotations.NullMarked;
