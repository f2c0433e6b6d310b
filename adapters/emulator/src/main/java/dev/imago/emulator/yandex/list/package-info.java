/** The lists of Yandex Cloud: their filters, their orders, their pages. */
@NullMarked
package dev.imago.emulator.yandex.list;

import org.jspecify.annotations.NullMarked;
