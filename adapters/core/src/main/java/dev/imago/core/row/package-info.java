/** Rows: decoding JSON into typed values, straight from the socket. */
@NullMarked
package dev.imago.core.row;

import org.jspecify.annotations.NullMarked;
