/** Yandex Cloud's generated messages as judges of the emulator's JSON. */
@NullMarked
package dev.imago.interop.yandex;

import org.jspecify.annotations.NullMarked;
