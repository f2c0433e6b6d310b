package dev.imago.differential;

/**
 * A named column.
 *
 * @param name as it stands in SQL
 * @param parameter whether a call needs its value, and fails when there is nothing of that name; an
 *     equality on such a column can only be one that the data hold
 */
record Column(String name, SqlType type, boolean parameter) {}
