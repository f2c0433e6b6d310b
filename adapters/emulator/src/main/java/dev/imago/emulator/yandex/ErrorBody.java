package dev.imago.emulator.yandex;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.state.IdGenerator;
import java.util.UUID;

/**
 * Writes failures as a bare {@code google.rpc.Status}: {@code {"code","message","details":[...]}},
 * with a {@code google.rpc.RequestInfo} as its detail.
 *
 * @param requestIds counts the failures, so that each run gives the same request ids
 */
record ErrorBody(IdGenerator requestIds) {
  /** The bits that make a number a random UUID of version 4. */
  private static final long VERSION = 0x4000L;

  private static final long VARIANT = 0x8000_0000_0000_0000L;

  ObjectNode of(YandexFailure failure) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("code", failure.code().number());
    status.put("message", failure.message());
    ObjectNode request = status.putArray("details").addObject();
    request.put("@type", "type.googleapis.com/google.rpc.RequestInfo");
    request.put("requestId", new UUID(VERSION, VARIANT | requestIds.next()).toString());
    return status;
  }
}
