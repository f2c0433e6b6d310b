package dev.imago.core.provider;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.property.PropertyCatalog;
import java.util.List;
import java.util.Optional;

/**
 * The providers that are present, with their descriptions. A service's file is read when it is
 * first asked for, and once. Safe for any number of threads.
 */
public final class ProviderRegistry {

  /**
   * Finds the providers by {@link java.util.ServiceLoader}, and reads each one's {@code
   * provider.yaml}.
   */
  public static ProviderRegistry load(ClassLoader loader) {
    throw new UnsupportedOperationException();
  }

  /** The providers that are given, for tests. */
  public static ProviderRegistry of(List<Provider> providers) {
    throw new UnsupportedOperationException();
  }

  /** The descriptions, by name. */
  public List<ProviderDescription> providers() {
    throw new UnsupportedOperationException();
  }

  /** The provider of that name, whatever its letter case. */
  public Optional<Provider> provider(String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * The service, whatever the names' letter case; empty when there is none.
   *
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#INVALID_DESCRIPTION} when its file is not valid
   */
  public Optional<ServiceDescription> service(String provider, String service) {
    throw new UnsupportedOperationException();
  }

  /** Every property of a connection to these providers. */
  public PropertyCatalog properties() {
    throw new UnsupportedOperationException();
  }
}
