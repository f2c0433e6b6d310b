package dev.imago.core.statement;

import dev.imago.core.error.ImagoException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What one execution of a statement carries through every call that it makes. */
public final class StatementContext {
  private final long statementId;
  private final Cancellation cancellation;
  private final CallBudget budget;
  private final CallLog calls;
  private final StatementWarnings warnings;
  private final boolean isPartial;
  private final Reachability reachability;
  private final AtomicLong planned;
  private final AtomicLong warningCount;
  private final Set<Object> warned;

  /**
   * A context for one execution that fails with the first call that fails.
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
      StatementWarnings warnings) {
    this(statementId, cancellation, budget, calls, warnings, false);
  }

  /**
   * A context for one execution.
   *
   * @param isPartial whether it goes without the rows of an account whose call fails
   */
  public StatementContext(
      long statementId,
      Cancellation cancellation,
      CallBudget budget,
      CallLog calls,
      StatementWarnings warnings,
      boolean isPartial) {
    this.isPartial = isPartial;
    this.statementId = statementId;
    this.cancellation = cancellation;
    this.budget = budget;
    this.calls = calls;
    this.warnings = warnings;
    this.reachability = new Reachability();
    this.planned = new AtomicLong();
    this.warningCount = new AtomicLong();
    this.warned = ConcurrentHashMap.newKeySet();
  }

  private StatementContext(StatementContext whole, Cancellation cancellation) {
    this.statementId = whole.statementId;
    this.cancellation = cancellation;
    this.budget = whole.budget;
    this.calls = whole.calls;
    this.warnings = whole.warnings;
    this.isPartial = false;
    this.reachability = whole.reachability;
    this.planned = whole.planned;
    this.warningCount = whole.warningCount;
    this.warned = whole.warned;
  }

  /** The same execution with something else that ends it. It fails with its first call. */
  StatementContext with(Cancellation other) {
    return new StatementContext(this, other);
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

  public StatementWarnings warnings() {
    return warnings;
  }

  /** Whether it goes without the rows of an account whose call fails. */
  public boolean isPartial() {
    return isPartial;
  }

  /**
   * The place of the next call in the planned order, from 1. It is taken when a call is planned, by
   * the thread that reads the rows, so that equal statements number their calls alike.
   */
  public long nextSeq() {
    return planned.incrementAndGet();
  }

  /**
   * Tells of rows that are missing, the first time for each account.
   *
   * @param account equal ones are told of once
   * @param missing which rows, as the end of a sentence
   */
  public void missingOnce(Object account, ImagoException failure, String missing) {
    warningCount.incrementAndGet();
    if (warned.add(account)) {
      warnings.missing(
          new ImagoException(failure.code(), failure.getMessage() + "; " + missing, failure));
    }
  }

  /** How often there was something to warn about, though the user is told of a subject once. */
  public long warningCount() {
    return warningCount.get();
  }

  /**
   * Warns about a subject the first time that the statement meets it.
   *
   * @param subject what the warning is about; equal subjects are warned about once
   */
  public void warnOnce(Object subject, Supplier<String> text) {
    warningCount.incrementAndGet();
    if (warned.add(subject)) {
      warnings.accept(text.get());
    }
  }
}
