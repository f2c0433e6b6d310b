package dev.imago.core.read;

import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.http.Authenticator;
import dev.imago.core.http.Endpoint;
import dev.imago.core.property.Settings;
import dev.imago.core.provider.Provider;
import dev.imago.core.provider.ProviderRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Endpoints as the settings and the providers' descriptions have them. */
final class ProviderEndpoints implements Endpoints {
  private final Settings settings;
  private final ProviderRegistry providers;
  private final Map<String, Authenticator> authenticators = new ConcurrentHashMap<>();

  ProviderEndpoints(Settings settings, ProviderRegistry providers) {
    this.settings = settings;
    this.providers = providers;
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
        base(table, service + ".url"),
        service + ".url",
        () -> authenticators.computeIfAbsent(provider.name(), name -> credential(provider)),
        provider.errorShape(description.errors().shape()),
        description.errors());
  }

  private Authenticator credential(Provider provider) {
    return provider.authenticator(settings);
  }

  private HttpUrl base(TableDescription table, String property) {
    String text = settings.serviceUrl(table.provider(), table.service());
    HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    if (url == null) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE, property + " is no address such as https://host/path: " + text);
    }
    return url;
  }

  private static ImagoException notDescribed(String name) {
    return new ImagoException(ErrorCode.INTERNAL, "a table of " + name + " has no such provider");
  }
}
