/** Compute Cloud, v1. */
@NullMarked
package dev.imago.emulator.yandex.compute;

import org.jspecify.annotations.NullMarked;
