package dev.imago.emulator.openstack;

import java.util.List;
import java.util.Optional;

/**
 * The account that a cloud's sample data belong to.
 *
 * @param domain the account itself
 * @param user its only user
 * @param projects its projects, in every region; their names differ
 */
public record Account(Domain domain, User user, List<Project> projects) {
  public Account {
    projects = List.copyOf(projects);
  }

  /** The project of an id, or empty. */
  public Optional<Project> project(String id) {
    return projects.stream().filter(project -> project.id().equals(id)).findFirst();
  }

  /** The project of a name, or empty. */
  public Optional<Project> projectNamed(String name) {
    return projects.stream().filter(project -> project.name().equals(name)).findFirst();
  }
}
