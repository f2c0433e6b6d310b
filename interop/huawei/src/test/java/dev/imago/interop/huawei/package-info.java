/** Huawei Cloud's own clients against the emulator. */
@NullMarked
package dev.imago.interop.huawei;

import org.jspecify.annotations.NullMarked;
