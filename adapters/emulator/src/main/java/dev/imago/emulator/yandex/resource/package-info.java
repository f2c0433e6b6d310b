/** The resources of the demo's cloud. */
@NullMarked
package dev.imago.emulator.yandex.resource;

import org.jspecify.annotations.NullMarked;
