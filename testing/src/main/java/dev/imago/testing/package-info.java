/** What every test class is held to, without naming it. */
@NullMarked
package dev.imago.testing;

import org.jspecify.annotations.NullMarked;
