package dev.imago.core.statement;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What one execution of a statement carries through every call that it makes. */
public final class StatementContext {
  private final long statementId;
  private final Cancellation cancellation;
  private final CallBudget budget;
  private final CallLog calls;
  private final Consumer<String> warnings;
  private final Reachability reachability = new Reachability();
  private final AtomicLong planned = new AtomicLong();
  private final Set<Object> warned = ConcurrentHashMap.newKeySet();

  /**
   * A context for one execution.
   *
   * @param statementId the statement's number on its connection, from 1
   * @param cancellation ends the execution
   * @param budget the calls that it may make
   * @param calls where its calls are written down
   * @param warnings takes what the user should know although the statement succeeds
   */
  public StatementContext(
      long statementId,
      Cancellation cancellation,
      CallBudget budget,
      CallLog calls,
      Consumer<String> warnings) {
    this.statementId = statementId;
    this.cancellation = cancellation;
    this.budget = budget;
    this.calls = calls;
    this.warnings = warnings;
  }

  public long statementId() {
    return statementId;
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  public CallBudget budget() {
    return budget;
  }

  /** Which hosts its calls can reach. */
  public Reachability reachability() {
    return reachability;
  }

  public CallLog calls() {
    return calls;
  }

  public Consumer<String> warnings() {
    return warnings;
  }

  /**
   * The place of the next call in the planned order, from 1. It is taken when a call is planned, by
   * the thread that reads the rows, so that equal statements number their calls alike.
   */
  public long nextSeq() {
    return planned.incrementAndGet();
  }

  /**
   * Warns about a subject the first time that the statement meets it.
   *
   * @param subject what the warning is about; equal subjects are warned about once
   */
  public void warnOnce(Object subject, Supplier<String> text) {
    if (warned.add(subject)) {
      warnings.accept(text.get());
    }
  }
}
