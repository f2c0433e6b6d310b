/** What becomes of changes when the cloud, or the way to it, has a fault. */
@NullMarked
package dev.imago.faults;

import org.jspecify.annotations.NullMarked;
