/** Tests. */
@NullMarked
package dev.imago.core.http;

import org.jspecify.annotations.NullMarked;
