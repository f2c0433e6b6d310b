@NullMarked
package dev.imago.calcite.bind;

import org.jspecify.annotations.NullMarked;
