/** Open Telekom Cloud: its descriptions are resources of this package. */
@NullMarked
package dev.imago.opentelekom;

import org.jspecify.annotations.NullMarked;
