package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * A job that is to be started.
 *
 * @param type its type: {@code imsImportImageJob}
 * @param task what it says it is at while it runs
 * @param entities what it says from the beginning
 * @param touched the paths of the resources that change with it
 * @param failure why it will fail
 * @param work what it does
 */
record JobPlan(
    String type,
    String task,
    ObjectNode entities,
    Set<String> touched,
    Optional<JobFailure> failure,
    JobWork work) {
  JobPlan {
    touched = Set.copyOf(touched);
  }

  /** A job that fails. */
  JobPlan failing(JobFailure why) {
    return new JobPlan(type, task, entities, touched, Optional.of(why), work);
  }
}
