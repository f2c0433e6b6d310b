package dev.imago.emulator.yandex.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.yandex.YandexFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Lets writes happen once: a call with the {@code Idempotency-Key} of an earlier one answers what
 * has become of that call's operation. Writes come one after the other. Safe for any number of
 * threads.
 */
public final class IdempotencyKeys {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, String> operationIds = new HashMap<>();
  private final Operations operations;

  /** Begins without keys. */
  public IdempotencyKeys(Operations operations) {
    this.operations = operations;
  }

  /**
   * Does a write unless its key has done it.
   *
   * @param write does it and answers its operation; a refused write leaves its key free
   * @throws YandexFailure when the key is no UUID
   */
  public ObjectNode once(Call call, Function<Call, ObjectNode> write) {
    Optional<String> key = key(call.request());
    lock.lock();
    try {
      Optional<String> earlier = key.flatMap(used -> Optional.ofNullable(operationIds.get(used)));
      if (earlier.isPresent()) {
        return operations.get(earlier.get());
      }
      ObjectNode operation = write.apply(call);
      key.ifPresent(used -> operationIds.put(used, operation.path("id").asText()));
      return operation;
    } finally {
      lock.unlock();
    }
  }

  private static Optional<String> key(Request request) {
    Optional<String> given = request.header(HEADER);
    if (given.isPresent() && !UUID.matcher(given.get()).matches()) {
      throw YandexFailure.illegal(HEADER, "Header must be a UUID");
    }
    return given.map(key -> request.method() + " " + request.path() + " " + key);
  }
}
