package dev.imago.emulator.google.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.google.list.GoogleOrder;
import dev.imago.emulator.list.Position;
import dev.imago.emulator.list.Row;
import dev.imago.emulator.list.StoredTable;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds projects: those of the demo, those of the public images, and two kinds that exist for every
 * number. {@code bulk-100000} has that many images; {@code fleet-7}, like every fleet project, has
 * three. Safe for any number of threads.
 */
public final class ProjectDirectory {
  private static final int FLEET_IMAGES = 3;
  private static final Pattern ID = Pattern.compile("[a-z][-a-z0-9]{1,62}");
  private static final Pattern SYNTHETIC = Pattern.compile("(bulk|fleet)-(0|[1-9][0-9]{0,8})");

  private final Set<String> locked;
  private final StoredTable records = DemoFiles.projects();
  private final Map<String, Project> projects = new ConcurrentHashMap<>();

  /**
   * Opens the directory.
   *
   * @param locked the ids of the projects that the caller may not look into
   */
  public ProjectDirectory(Set<String> locked) {
    this.locked = Set.copyOf(locked);
  }

  /** The project of an id or a number, or empty. */
  public Optional<Project> find(String idOrNumber) {
    String id = Character.isDigit(idOrNumber.charAt(0)) ? idOf(idOrNumber) : idOrNumber;
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(projects.computeIfAbsent(id, this::open));
  }

  /** The records of the projects that the caller can see, by id. */
  public StoredTable records() {
    return records;
  }

  private @Nullable Project open(String id) {
    Access access = locked.contains(id) ? Access.NONE : Access.ALL;
    if (records.find("projects/" + id).isPresent()) {
      return new Project(id, access, kind -> DemoFiles.resources(id, kind));
    }
    Matcher synthetic = SYNTHETIC.matcher(id);
    if (synthetic.matches()) {
      int count = id.startsWith("bulk-") ? Integer.parseInt(synthetic.group(2)) : FLEET_IMAGES;
      return new Project(
          id,
          access,
          kind -> kind == Kind.IMAGES ? new GeneratedImages(id, count) : new StoredTable());
    }
    return DemoFiles.hasPublicImages(id)
        ? new Project(id, Access.IMAGES_ONLY, kind -> DemoFiles.publicResources(id, kind))
        : null;
  }

  /** The id of a numbered project, or the number when there is none. */
  private String idOf(String number) {
    Iterator<Row> all = records.everywhere().after(Position.start(), GoogleOrder.NAME);
    while (all.hasNext()) {
      JsonNode project = all.next().value();
      if (project.path("name").asText().equals("projects/" + number)) {
        return project.path("projectId").asText();
      }
    }
    return number;
  }
}
