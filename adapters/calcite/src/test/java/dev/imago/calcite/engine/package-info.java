@NullMarked
package dev.imago.calcite.engine;

import org.jspecify.annotations.NullMarked;
