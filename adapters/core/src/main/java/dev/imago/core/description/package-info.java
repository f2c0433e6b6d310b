/** Service descriptions: the immutable model of what a service offers, and its YAML loader. */
@NullMarked
package dev.imago.core.description;

import org.jspecify.annotations.NullMarked;
