/** Many threads, many faults, one pool of connections. */
@NullMarked
package dev.imago.soak;

import org.jspecify.annotations.NullMarked;
