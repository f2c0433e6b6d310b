/** Huawei Cloud: its descriptions are resources of this package. */
@NullMarked
package dev.imago.huawei;

import org.jspecify.annotations.NullMarked;
