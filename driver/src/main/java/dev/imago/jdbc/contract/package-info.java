/** What every JDBC class here keeps: an SQLState on each exception, warnings, unwrap. */
@NullMarked
package dev.imago.jdbc.contract;

import org.jspecify.annotations.NullMarked;
