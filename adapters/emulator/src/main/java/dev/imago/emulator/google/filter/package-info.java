/** The two filter languages of Google's list methods. */
@NullMarked
package dev.imago.emulator.google.filter;

import org.jspecify.annotations.NullMarked;
