/** What every table of every cloud holds to, whichever tables there are. */
@NullMarked
package dev.imago.contract;

import org.jspecify.annotations.NullMarked;
