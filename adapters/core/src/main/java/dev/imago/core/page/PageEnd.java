package dev.imago.core.page;

import java.util.Optional;

/**
 * What a page has told about the list once it is read.
 *
 * @param rows how many rows it had, those that the request does not want among them
 * @param stated what stood in {@link dev.imago.core.description.Paging#answerField}
 * @param marker what stood in {@link dev.imago.core.description.Paging#rowField} of the last row
 */
record PageEnd(long rows, Optional<String> stated, Optional<String> marker) {}
