package dev.imago.core.statement;

import dev.imago.core.http.CallLog;
import java.util.function.Consumer;

/**
 * What one execution of a statement carries through every call that it makes.
 *
 * @param statementId the statement's number on its connection, from 1
 * @param cancellation ends the execution
 * @param budget the calls that it may make
 * @param calls where its calls are written down
 * @param warnings takes what the user should know although the statement succeeds
 */
public record StatementContext(
    long statementId,
    Cancellation cancellation,
    CallBudget budget,
    CallLog calls,
    Consumer<String> warnings) {}
