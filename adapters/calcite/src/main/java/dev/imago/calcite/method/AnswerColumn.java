package dev.imago.calcite.method;

import dev.imago.calcite.statement.OutputColumn;

/**
 * A column of the row that a method gives.
 *
 * @param says what it holds, one sentence
 */
public record AnswerColumn(OutputColumn output, String says) {}
