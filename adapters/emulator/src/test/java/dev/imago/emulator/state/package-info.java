@NullMarked
package dev.imago.emulator.state;

import org.jspecify.annotations.NullMarked;
