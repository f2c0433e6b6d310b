/** Providers: how a cloud plugs in its descriptions, credentials and error shapes. */
@NullMarked
package dev.imago.core.provider;

import org.jspecify.annotations.NullMarked;
