/** Resource Manager, v1. */
@NullMarked
package dev.imago.emulator.yandex.resourcemanager;

import org.jspecify.annotations.NullMarked;
