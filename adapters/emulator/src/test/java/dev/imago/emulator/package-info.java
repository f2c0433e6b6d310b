@NullMarked
package dev.imago.emulator;

import org.jspecify.annotations.NullMarked;
