/**
 * Random queries over the demo's clouds, answered by the driver and by another database that holds
 * the same rows. Whatever the two answer differently is a defect of one of them.
 */
@NullMarked
package dev.imago.differential;

import org.jspecify.annotations.NullMarked;
