/** What the database is and what is in it: answers without SQL and without a call. */
@NullMarked
package dev.imago.jdbc.metadata;

import org.jspecify.annotations.NullMarked;
