@NullMarked
package dev.imago.calcite.plan;

import org.jspecify.annotations.NullMarked;
