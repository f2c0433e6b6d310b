/**
 * Connection properties: one enum, expanded by the providers, and the values that were resolved.
 */
@NullMarked
package dev.imago.core.property;

import org.jspecify.annotations.NullMarked;
