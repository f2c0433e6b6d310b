/** Tests of the description loader. */
@NullMarked
package dev.imago.core.description.yaml;

import org.jspecify.annotations.NullMarked;
