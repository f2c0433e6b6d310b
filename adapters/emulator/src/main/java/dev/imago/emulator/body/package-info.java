/** What the bodies of requests may hold, field by field, and how they are read. */
@NullMarked
package dev.imago.emulator.body;

import org.jspecify.annotations.NullMarked;
