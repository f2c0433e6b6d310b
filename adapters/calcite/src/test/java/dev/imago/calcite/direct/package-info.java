@NullMarked
package dev.imago.calcite.direct;

import org.jspecify.annotations.NullMarked;
