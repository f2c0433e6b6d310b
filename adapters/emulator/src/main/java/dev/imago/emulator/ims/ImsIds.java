package dev.imago.emulator.ims;

import dev.imago.emulator.state.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of what is made while the emulator runs: the same in each run, and unlike one another.
 *
 * @param numbers numbers it
 */
record ImsIds(IdGenerator numbers) {
  /** A UUID. */
  String image() {
    return next().toString();
  }

  /** 32 hexadecimal digits. */
  String job() {
    return next().toString().replace("-", "");
  }

  private UUID next() {
    return UUID.nameUUIDFromBytes(
        Long.toString(numbers.next()).getBytes(StandardCharsets.US_ASCII));
  }
}
