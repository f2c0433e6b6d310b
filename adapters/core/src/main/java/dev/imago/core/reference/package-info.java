/** Reference pages for people, written from the descriptions. */
@NullMarked
package dev.imago.core.reference;

import org.jspecify.annotations.NullMarked;
