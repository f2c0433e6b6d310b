/** Google's generated clients against the emulator. */
@NullMarked
package dev.imago.interop.google;

import org.jspecify.annotations.NullMarked;
