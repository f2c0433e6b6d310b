/**
 * Who callers are: service accounts with keys, what they claim, the tokens that they were given.
 */
@NullMarked
package dev.imago.emulator.identity;

import org.jspecify.annotations.NullMarked;
