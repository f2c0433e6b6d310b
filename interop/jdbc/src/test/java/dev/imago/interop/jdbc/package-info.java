/** Tools that use JDBC, on the driver's one jar. */
@NullMarked
package dev.imago.interop.jdbc;

import org.jspecify.annotations.NullMarked;
