package dev.imago.calcite.engine;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is made when it is first needed, and once. Safe for any number of threads. */
final class Lazy<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T known = made;
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      known = made;
      if (known == null) {
        known = maker.get();
        made = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  /** The part, if it was ever needed. */
  Optional<T> ifMade() {
    return Optional.ofNullable(made);
  }
}
