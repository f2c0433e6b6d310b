package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.openstack.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes images of several disks by one job, which has a sub-job for each. */
final class VolumeImages {
  private static final String SUB_JOB_TYPE = "imsCopyVolumeToImageJob";

  private final NewImages images;
  private final Jobs jobs;
  private final ImsTime time;
  private final ImsIds ids;

  VolumeImages(NewImages images, Jobs jobs, ImsTime time, ImsIds ids) {
    this.images = images;
    this.jobs = jobs;
    this.time = time;
    this.ids = ids;
  }

  /**
   * Starts the job.
   *
   * @param body the disks in {@code data_images}, and the server that a further image is made of
   */
  Response create(Project project, ObjectNode body) {
    if (body.has("instance_id") && !body.has("name")) {
      throw new IllegalParameter("name", "is required");
    }
    List<ObjectNode> made = new ArrayList<>();
    if (body.has("instance_id")) {
      made.add(images.make(project, body, "instance," + body.path("instance_id").asText()));
    }
    for (JsonNode volume : body.path("data_images")) {
      ObjectNode described = volume.deepCopy();
      described.put("type", "DataImage");
      made.add(images.make(project, described, "volume," + volume.path("volume_id").asText()));
    }
    ObjectNode entities = JsonNodeFactory.instance.objectNode();
    ArrayNode results = entities.putArray("sub_jobs_result");
    ArrayNode list = entities.putArray("sub_jobs_list");
    Set<String> touched = new HashSet<>();
    for (ObjectNode image : made) {
      ObjectNode subJob = subJob(image);
      results.add(subJob);
      list.add(subJob.path("job_id"));
      touched.add(OwnImages.path(project, image));
    }
    List<JobWork> parts = made.stream().map(image -> images.filling(project, image)).toList();
    return jobs.start(
        project,
        new JobPlan(
            "imsVolumesToSysDataImagesJob",
            "CopyVolumesTask",
            entities,
            touched,
            Optional.empty(),
            work(parts)));
  }

  private ObjectNode subJob(ObjectNode image) {
    ObjectNode subJob = JsonNodeFactory.instance.objectNode();
    subJob.put("job_id", ids.job()).put("job_type", SUB_JOB_TYPE).put("begin_time", time.ofJob());
    subJob.putNull("end_time").put("status", "INIT").putNull("error_code").putNull("fail_reason");
    ObjectNode entities = subJob.putObject("entities");
    entities.set("image_name", image.path("name"));
    entities.set("image_id", image.path("id"));
    return subJob;
  }

  private JobWork work(List<JobWork> parts) {
    return new JobWork() {
      @Override
      public void run(ObjectNode entities) {
        setStatus(entities, "RUNNING");
        parts.forEach(part -> part.run(entities));
      }

      @Override
      public void succeed(ObjectNode entities) {
        setStatus(entities, "SUCCESS");
        entities
            .path("sub_jobs_result")
            .forEach(subJob -> ((ObjectNode) subJob).put("end_time", time.ofJob()));
        parts.forEach(part -> part.succeed(entities));
      }
    };
  }

  private static void setStatus(ObjectNode entities, String status) {
    entities.path("sub_jobs_result").forEach(subJob -> ((ObjectNode) subJob).put("status", status));
  }
}
