package dev.imago.core.description;

import java.util.List;

/**
 * One cloud, as its {@code provider.yaml} has it. It is small and read at connect time; the
 * services' own files are read when a query first needs them.
 *
 * @param name the catalog and the first part of the provider's properties: google
 * @param services in the order of the file
 * @param parameters parameters with default values: property {@code google.project}
 * @param auth the kinds of credential, the default first
 */
public record ProviderDescription(
    String name,
    String says,
    List<ServiceEntry> services,
    List<Parameter> parameters,
    List<String> auth) {
  public ProviderDescription {
    services = List.copyOf(services);
    parameters = List.copyOf(parameters);
    auth = List.copyOf(auth);
  }

  /**
   * A service and where it is.
   *
   * @param url everything before the resource path, without a slash at its end
   */
  public record ServiceEntry(String name, String url, String says) {}

  /** A parameter that a connection can give default values for. */
  public record Parameter(String name, String says) {}
}
