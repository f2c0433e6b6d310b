/** What reads and writes share: where the services are, and the client that calls them. */
@NullMarked
package dev.imago.core.call;

import org.jspecify.annotations.NullMarked;
