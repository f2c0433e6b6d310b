package dev.imago.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.imago.core.description.ColumnDescription;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one engine's reads, each for a while. An answer serves whoever asks for the same
 * or less: fewer columns, a tighter limit. Safe for any number of threads.
 */
public final class AnswerCache {
  /** How much it holds in all, in bytes of memory, roughly. */
  public static final long MOST_BYTES = 64L << 20;

  /** An answer larger than this share of the whole is not kept: it would push out all others. */
  private static final int SHARE = 4;

  /** What an answer without rows takes: its key and its place. */
  private static final int OVERHEAD = 1024;

  private final Duration age;
  private final LongSupplier nanoTime;
  private final long mostBytesComing;
  private final long mostBytesOfAnswer;
  private final Cache<AnswerKey, CachedAnswer> answers;
  private final ReentrantLock lock = new ReentrantLock();

  /** Of each question, the read that was begun last, has not ended, and may be waited for. */
  private final Map<AnswerKey, ComingAnswer> coming = new HashMap<>();

  private long drops;
  private long comingBytes;

  /**
   * A cache without answers.
   *
   * @param age how old an answer may be, from when it was asked for
   * @param mostBytes how much it holds in all, in bytes of memory, roughly: half of it for answers
   *     that are kept, half for those that are on their way
   * @param nanoTime a time that only goes forward, in nanoseconds
   */
  public AnswerCache(Duration age, long mostBytes, LongSupplier nanoTime) {
    this.age = age;
    this.nanoTime = nanoTime;
    this.mostBytesComing = mostBytes / 2;
    this.mostBytesOfAnswer = mostBytes / SHARE;
    this.answers =
        Caffeine.newBuilder()
            .expireAfter(Expiry.writing((AnswerKey key, CachedAnswer answer) -> remaining(answer)))
            .maximumWeight(mostBytes / 2)
            .weigher((AnswerKey key, CachedAnswer answer) -> weight(answer))
            .ticker(nanoTime::getAsLong)
            // What is to be thrown away is little: it needs no thread of its own.
            .executor(Runnable::run)
            .build();
  }

  private static int weight(CachedAnswer answer) {
    return (int) Math.min(Integer.MAX_VALUE, OVERHEAD + answer.bytes());
  }

  /**
   * An answer that has what a read wants.
   *
   * @param columns what each row must hold
   * @param limit no more rows than these are needed
   */
  public Optional<CachedAnswer> find(
      AnswerKey key, List<ColumnDescription> columns, OptionalLong limit) {
    CachedAnswer known = answers.getIfPresent(key);
    if (known == null || !known.serves(columns, limit)) {
      return Optional.empty();
    }
    known.countHit();
    return Optional.of(known);
  }

  /**
   * A place for the answer of a read that is about to be sent.
   *
   * @param call the first call that is made for it, as it may be shown
   * @param columns what each row will hold, in this order
   * @param limit no more rows than these are wanted
   * @param isOffered whether others may wait for it: whoever is waited for reads on to the end
   */
  public Filling fill(
      AnswerKey key,
      String call,
      List<ColumnDescription> columns,
      OptionalLong limit,
      boolean isOffered) {
    return new Filling(this, key, call, columns, limit, isOffered, drops());
  }

  /** How much longer an answer may be kept; zero when it is too old. */
  private Duration remaining(CachedAnswer answer) {
    Duration left = age.minusNanos(nanoTime() - answer.askedAtNanos());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Makes room for more of an answer that is on its way.
   *
   * @return false when all of those together would take more than they may
   */
  boolean reserve(long bytes) {
    lock.lock();
    try {
      if (bytes > mostBytesComing - comingBytes) {
        return false;
      }
      comingBytes += bytes;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** What the rows of answers that are on their way take, in bytes of memory, roughly. */
  long comingBytes() {
    lock.lock();
    try {
      return comingBytes;
    } finally {
      lock.unlock();
    }
  }

  /** How often something was dropped. What was read before a drop may be what was dropped. */
  private long drops() {
    lock.lock();
    try {
      return drops;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins a read, unless another one is getting what it wants.
   *
   * @param mine a place that is not begun yet
   * @param passed a read that is not worth waiting for, though it has not ended
   * @return what to wait for; that of {@code mine} when the read has begun
   */
  public ComingAnswer begin(Filling mine, Optional<ComingAnswer> passed) {
    lock.lock();
    try {
      ComingAnswer first = coming.get(mine.key());
      if (first != null && !passed.equals(Optional.of(first)) && first.serves(mine.coming())) {
        return first;
      }
      return begin(mine);
    } finally {
      lock.unlock();
    }
  }

  /** Begins a read, whatever others are getting. */
  public ComingAnswer begin(Filling mine) {
    lock.lock();
    try {
      if (mine.isOffered()) {
        coming.put(mine.key(), mine.coming());
      }
      return mine.coming();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps an answer, unless something was dropped since it was asked for, or it is too old already;
   * whether it did.
   */
  boolean put(CachedAnswer answer, long dropsBefore) {
    lock.lock();
    try {
      if (drops == dropsBefore && !remaining(answer).isZero()) {
        answers.put(answer.key(), answer);
        return true;
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends a read.
   *
   * @param bytes what was reserved for it
   * @param answer null when others have to ask themselves
   */
  void end(Filling filling, long bytes, @Nullable CachedAnswer answer) {
    lock.lock();
    try {
      comingBytes -= bytes;
      coming.remove(filling.key(), filling.coming());
    } finally {
      lock.unlock();
    }
    filling.coming().settle(answer);
  }

  long mostBytesOfAnswer() {
    return mostBytesOfAnswer;
  }

  long nanoTime() {
    return nanoTime.getAsLong();
  }

  /**
   * Drops every answer of a cloud: what a change touches there shows in more tables than its own.
   */
  public void drop(String provider) {
    drop(answer -> answer.key().provider().equals(provider));
  }

  /**
   * Drops every answer.
   *
   * @return how many there were
   */
  public long clear() {
    return drop(answer -> true);
  }

  private long drop(Predicate<CachedAnswer> those) {
    lock.lock();
    try {
      drops++;
      List<CachedAnswer> dropped = answers.asMap().values().stream().filter(those).toList();
      dropped.forEach(answer -> answers.invalidate(answer.key()));
      return dropped.size();
    } finally {
      lock.unlock();
    }
  }

  /** What it has, the oldest first. */
  public List<CachedAnswer> answers() {
    // By difference: the time itself may go past the largest number.
    long now = nanoTime();
    return answers.asMap().values().stream()
        .sorted(Comparator.comparingLong(answer -> answer.askedAtNanos() - now))
        .toList();
  }

  /** How long ago an answer was asked for, in milliseconds. */
  public long ageMillis(CachedAnswer answer) {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime() - answer.askedAtNanos());
  }
}
