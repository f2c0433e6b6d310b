/** Service descriptions: the immutable model of what a service offers. */
@NullMarked
package dev.imago.core.description;

import org.jspecify.annotations.NullMarked;
