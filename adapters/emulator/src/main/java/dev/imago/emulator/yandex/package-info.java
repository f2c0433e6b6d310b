/** Yandex Cloud: what its APIs share. */
@NullMarked
package dev.imago.emulator.yandex;

import org.jspecify.annotations.NullMarked;
