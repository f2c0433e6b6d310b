/** Spark on the driver's one jar. */
@NullMarked
package dev.imago.interop.spark;

import org.jspecify.annotations.NullMarked;
