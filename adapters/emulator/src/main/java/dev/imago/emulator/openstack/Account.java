package dev.imago.emulator.openstack;

import java.util.List;
import java.util.Optional;

/**
 * The account that a cloud's sample data belong to.
 *
 * @param domain the account itself
 * @param projects its projects, in every region
 */
public record Account(Domain domain, List<Project> projects) {
  public Account {
    projects = List.copyOf(projects);
  }

  /** The project of an id, or empty. */
  public Optional<Project> project(String id) {
    return projects.stream().filter(project -> project.id().equals(id)).findFirst();
  }

  /** The project of a name in a region, or empty. */
  public Optional<Project> project(String region, String name) {
    return projects.stream()
        .filter(project -> project.region().equals(region) && project.name().equals(name))
        .findFirst();
  }
}
