/** The names of SQL: catalogs, schemas and tables made from the descriptions. */
@NullMarked
package dev.imago.calcite.schema;

import org.jspecify.annotations.NullMarked;
