/** Reading and writing JSON trees without data binding, and partial answers. */
@NullMarked
package dev.imago.emulator.json;

import org.jspecify.annotations.NullMarked;
