/** What can be named in a statement, as metadata shows it. */
@NullMarked
package dev.imago.calcite.catalog;

import org.jspecify.annotations.NullMarked;
