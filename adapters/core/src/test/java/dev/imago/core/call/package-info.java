/** Tests of where the services are. */
@NullMarked
package dev.imago.core.call;

import org.jspecify.annotations.NullMarked;
