package dev.imago.calcite.change;

/** A statement as the query for its values, and what is done with them. */
record PlannedSource(Source source, Change change) {}
