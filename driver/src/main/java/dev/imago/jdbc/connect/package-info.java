/** From a URL and its properties to an engine. */
@NullMarked
package dev.imago.jdbc.connect;

import org.jspecify.annotations.NullMarked;
