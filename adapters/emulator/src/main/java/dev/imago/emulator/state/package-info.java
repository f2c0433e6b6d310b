/**
 * What changes while the emulator runs: pending changes, the outcomes of operations, and the
 * numbers that it gives away.
 */
@NullMarked
package dev.imago.emulator.state;

import org.jspecify.annotations.NullMarked;
