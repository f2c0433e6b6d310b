/** What one statement carries through every call: cancellation, deadline, call budget, warnings. */
@NullMarked
package dev.imago.core.statement;

import org.jspecify.annotations.NullMarked;
