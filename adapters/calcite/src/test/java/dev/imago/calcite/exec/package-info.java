@NullMarked
package dev.imago.calcite.exec;

import org.jspecify.annotations.NullMarked;
