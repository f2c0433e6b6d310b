/** Methods of an API as a table: verb, path, parameters, what each does, and the calls of them. */
@NullMarked
package dev.imago.emulator.method;

import org.jspecify.annotations.NullMarked;
