package dev.imago.core.call;

import dev.imago.core.credential.TokenPool;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.Endpoint;
import dev.imago.core.http.ServiceUrl;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import dev.imago.core.provider.ProviderRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Endpoints as the settings and the providers' descriptions have them. */
final class ProviderEndpoints implements Endpoints {
  private final Settings settings;
  private final ProviderRegistry providers;
  private final Clock clock;
  private final TokenPool tokens;
  private final Map<String, Authenticator> authenticators = new ConcurrentHashMap<>();

  ProviderEndpoints(Settings settings, ProviderRegistry providers, Clock clock, TokenPool tokens) {
    this.settings = settings;
    this.providers = providers;
    this.clock = clock;
    this.tokens = tokens;
  }

  @Override
  public Endpoint of(TableDescription table) {
    Provider provider =
        providers.provider(table.provider()).orElseThrow(() -> notDescribed(table.provider()));
    String service = table.provider() + "." + table.service();
    ServiceDescription description =
        providers
            .service(table.provider(), table.service())
            .orElseThrow(() -> notDescribed(service));
    return new Endpoint(
        url(table, service + ".url"),
        service + ".url",
        () -> authenticators.computeIfAbsent(provider.name(), name -> credential(provider)),
        provider.errorShape(description.errors().shape()),
        description.errors(),
        described(table).account().map(name -> provider.name() + "." + name));
  }

  private Authenticator credential(Provider provider) {
    return provider.authenticator(settings, clock, tokens);
  }

  private ServiceUrl url(TableDescription table, String property) {
    String text = settings.serviceUrl(table.provider(), table.service());
    ServiceEntry described = entry(table);
    // Whoever sets a URL means it for every value of its variables.
    Map<String, String> hosts =
        text.equals(described.url().toString()) ? described.hosts() : Map.of();
    try {
      return new ServiceUrl(PathTemplate.parse(withoutSlash(text)), hosts, property);
    } catch (IllegalArgumentException e) {
      throw new ImagoException(ErrorCode.INVALID_VALUE, property + ": " + e.getMessage(), e);
    }
  }

  private ServiceEntry entry(TableDescription table) {
    return described(table)
        .service(table.service())
        .orElseThrow(() -> notDescribed(table.provider() + "." + table.service()));
  }

  private ProviderDescription described(TableDescription table) {
    return providers.providers().stream()
        .filter(provider -> provider.name().equals(table.provider()))
        .findFirst()
        .orElseThrow(() -> notDescribed(table.provider()));
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static ImagoException notDescribed(String name) {
    return new ImagoException(ErrorCode.INTERNAL, "a table of " + name + " has no such provider");
  }
}
