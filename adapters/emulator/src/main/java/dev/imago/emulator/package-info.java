/** The clouds' APIs on a loopback port, in one process, with sample clouds behind them. */
@NullMarked
package dev.imago.emulator;

import org.jspecify.annotations.NullMarked;
