/** Tests of what every test class is held to. */
@NullMarked
package dev.imago.testing;

import org.jspecify.annotations.NullMarked;
