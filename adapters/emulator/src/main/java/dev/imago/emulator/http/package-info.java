/** The loopback server that every API stands on: requests as records, faults, the request log. */
@NullMarked
package dev.imago.emulator.http;

import org.jspecify.annotations.NullMarked;
