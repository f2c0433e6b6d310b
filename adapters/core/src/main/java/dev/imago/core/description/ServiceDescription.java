package dev.imago.core.description;

import java.util.List;
import java.util.Optional;

/**
 * One service of a provider, as its description file has it.
 *
 * @param errors how its failures read
 * @param tables in the order of the file
 */
public record ServiceDescription(
    String provider, String name, String says, ErrorMapping errors, List<TableDescription> tables) {
  public ServiceDescription {
    tables = List.copyOf(tables);
  }

  /** The table of that name, whatever its letter case. */
  public Optional<TableDescription> table(String name) {
    return tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
  }
}
