/** The JDBC driver: connections and statements over the engine. */
@NullMarked
package dev.imago.jdbc;

import org.jspecify.annotations.NullMarked;
