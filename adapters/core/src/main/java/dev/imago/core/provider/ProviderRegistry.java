package dev.imago.core.provider;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.ViewDescription;
import dev.imago.core.description.yaml.DescriptionLoader;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.PropertyCatalog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The providers that are present, with their descriptions. A service's file is read when it is
 * first asked for, and once. Safe for any number of threads.
 */
public final class ProviderRegistry {
  private final DescriptionLoader loader = new DescriptionLoader();
  private final Map<String, Present> byName = new HashMap<>();
  private final List<ProviderDescription> descriptions;
  private final PropertyCatalog properties;
  private final Map<String, ServiceDescription> services = new ConcurrentHashMap<>();

  /** A provider and its own file. */
  private record Present(Provider provider, ProviderDescription description) {}

  private final List<ViewSource> sources;
  private @Nullable List<ViewDescription> views;

  private ProviderRegistry(List<Provider> providers, List<ViewSource> sources) {
    for (Provider provider : providers) {
      Present present = new Present(provider, describe(provider));
      if (byName.put(fold(provider.name()), present) != null) {
        throw new ImagoException(
            ErrorCode.INVALID_DESCRIPTION,
            "there are two providers with the name " + provider.name());
      }
    }
    descriptions =
        byName.values().stream()
            .map(Present::description)
            .sorted(Comparator.comparing(ProviderDescription::name))
            .toList();
    properties = new PropertyCatalog(descriptions);
    this.sources = List.copyOf(sources);
  }

  /**
   * Finds the providers by {@link ServiceLoader}, and reads each one's {@code provider.yaml}.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_DESCRIPTION} when a provider cannot be made,
   *     two have the same name, or a file is not valid
   */
  public static ProviderRegistry load(ClassLoader loader) {
    List<Provider> providers = new ArrayList<>();
    List<ViewSource> sources = new ArrayList<>();
    try {
      ServiceLoader.load(Provider.class, loader).forEach(providers::add);
      ServiceLoader.load(ViewSource.class, loader).forEach(sources::add);
    } catch (ServiceConfigurationError e) {
      throw new ImagoException(
          ErrorCode.INVALID_DESCRIPTION, "a provider cannot be loaded: " + e.getMessage(), e);
    }
    return new ProviderRegistry(providers, sources);
  }

  /** The providers that are given, for tests. */
  public static ProviderRegistry of(List<Provider> providers) {
    return new ProviderRegistry(providers, List.of());
  }

  /**
   * The views over the providers' tables.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_DESCRIPTION} when a file of them is not valid
   */
  public synchronized List<ViewDescription> views() {
    List<ViewDescription> known = views;
    if (known == null) {
      known = sources.stream().flatMap(source -> views(source).stream()).toList();
      views = known;
    }
    return known;
  }

  private List<ViewDescription> views(ViewSource source) {
    String file = source.getClass().getSimpleName();
    try (InputStream content = source.open()) {
      return loader.views(file, content);
    } catch (IOException e) {
      throw new ImagoException(
          ErrorCode.INVALID_DESCRIPTION, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The descriptions, by name. */
  public List<ProviderDescription> providers() {
    return descriptions;
  }

  /** The provider of that name, whatever its letter case. */
  public Optional<Provider> provider(String name) {
    return Optional.ofNullable(byName.get(fold(name))).map(Present::provider);
  }

  /**
   * The service, whatever the names' letter case; empty when there is none.
   *
   * @throws ImagoException {@link ErrorCode#INVALID_DESCRIPTION} when its file is not valid
   */
  public Optional<ServiceDescription> service(String provider, String service) {
    Present present = byName.get(fold(provider));
    if (present == null) {
      return Optional.empty();
    }
    return present.description().services().stream()
        .map(ProviderDescription.ServiceEntry::name)
        .filter(name -> fold(name).equals(fold(service)))
        .findFirst()
        .map(
            name ->
                services.computeIfAbsent(
                    present.description().name() + "." + name, key -> describe(present, name)));
  }

  /** Every property of a connection to these providers. */
  public PropertyCatalog properties() {
    return properties;
  }

  private ProviderDescription describe(Provider provider) {
    String file = DescriptionLoader.PROVIDER_FILE;
    try (InputStream content = provider.open(file)) {
      return loader.provider(provider.name(), content);
    } catch (IOException e) {
      throw unreadable(provider, file, e);
    }
  }

  private ServiceDescription describe(Present present, String service) {
    Provider provider = present.provider();
    try {
      return loader.service(
          present.description(), service, name -> hasErrorShape(provider, name), this::open);
    } catch (IOException e) {
      throw unreadable(provider, DescriptionLoader.serviceFile(service), e);
    }
  }

  private InputStream open(String provider, String service) throws IOException {
    Present present = byName.get(fold(provider));
    if (present == null) {
      throw new FileNotFoundException("there is no provider " + provider);
    }
    return present.provider().open(DescriptionLoader.serviceFile(service));
  }

  private static boolean hasErrorShape(Provider provider, String name) {
    try {
      provider.errorShape(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static ImagoException unreadable(Provider provider, String file, IOException cause) {
    return new ImagoException(
        ErrorCode.INVALID_DESCRIPTION,
        provider.name() + "/" + file + ": cannot be read: " + cause.getMessage(),
        cause);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
