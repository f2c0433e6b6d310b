package dev.imago.core.description;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One cloud, as its {@code provider.yaml} has it. It is small and read at connect time; the
 * services' own files are read when a query first needs them.
 *
 * @param name the catalog and the first part of the provider's properties: google
 * @param services in the order of the file
 * @param parameters parameters with default values: property {@code google.project}
 * @param auth the kinds of credential, the default first
 * @param account the parameter whose values have a quota of calls each; empty when none is known to
 */
public record ProviderDescription(
    String name,
    String says,
    List<ServiceEntry> services,
    List<Parameter> parameters,
    List<String> auth,
    Optional<String> account) {
  public ProviderDescription {
    services = List.copyOf(services);
    parameters = List.copyOf(parameters);
    auth = List.copyOf(auth);
  }

  /**
   * A service and where it is.
   *
   * @param url everything before the resource path, without a slash at its end; its variables are
   *     columns of the service's tables
   * @param hosts the URL where a variable of {@code url} has a certain value, by that value; empty
   *     when {@code url} is right for all
   */
  public record ServiceEntry(
      String name, PathTemplate url, Map<String, String> hosts, String says) {
    public ServiceEntry {
      hosts = Map.copyOf(hosts);
    }
  }

  /** The service of that name, as the file has it. */
  public Optional<ServiceEntry> service(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /**
   * A parameter that a connection can give default values for.
   *
   * @param within the parameter that a value of this one belongs to a value of: a project lies in
   *     one region, and {@code eu-de/p1} names both
   */
  public record Parameter(String name, Optional<String> within, String says) {}
}
