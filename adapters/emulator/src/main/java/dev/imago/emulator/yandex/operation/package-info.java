/** The operations of every service. */
@NullMarked
package dev.imago.emulator.yandex.operation;

import org.jspecify.annotations.NullMarked;
