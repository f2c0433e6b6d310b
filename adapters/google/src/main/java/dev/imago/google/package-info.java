/** Google Cloud: its descriptions, its credentials and how its failures read. */
@NullMarked
package dev.imago.google;

import org.jspecify.annotations.NullMarked;
