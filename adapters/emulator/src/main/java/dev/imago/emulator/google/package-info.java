/** What Google's APIs have in common: methods, parameters, errors, schemas, partial answers. */
@NullMarked
package dev.imago.emulator.google;

import org.jspecify.annotations.NullMarked;
