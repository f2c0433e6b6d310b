/** Tests of how providers are found. */
@NullMarked
package dev.imago.core.provider;

import org.jspecify.annotations.NullMarked;
