package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a job does to the resources that it is about, and says of it in its entities. */
interface JobWork {
  /** Does nothing but end well. */
  JobWork NOTHING = entities -> {};

  /** The job has begun to run. */
  default void run(ObjectNode entities) {}

  /** The job has ended well. */
  void succeed(ObjectNode entities);

  /** The job has failed. */
  default void fail(ObjectNode entities) {}
}
