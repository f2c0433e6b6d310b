package dev.imago.calcite.change;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change that was made.
 *
 * @param row what was answered: the row of an operation or of what was changed, or the arguments
 *     and the HTTP status
 * @param operation the id of the operation that carries it out; empty when it is done at once
 * @param target the id of what is made or changed, where it is known
 */
public record Changed(
    List<@Nullable Object> row, Optional<String> operation, Optional<String> target) {}
