@NullMarked
package dev.imago.calcite.explain;

import org.jspecify.annotations.NullMarked;
