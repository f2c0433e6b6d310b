package dev.imago.emulator;

import dev.imago.emulator.http.Api;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One emulated cloud.
 *
 * @param provider the driver's name for it
 * @param apis its APIs, over one state
 * @param services the paths that its services stand under, by service: {@code compute} is {@code
 *     /compute/beta}, {@code auth} what issues tokens; {@code {region}} in a path is the driver's
 *     to fill in
 * @param accounts the driver's properties that name the demo's accounts
 * @param keyFile the file of the demo's service account; empty where the cloud has none
 */
record Cloud(
    String provider,
    List<Api> apis,
    Map<String, String> services,
    Map<String, String> accounts,
    Supplier<String> keyFile) {

  Cloud {
    apis = List.copyOf(apis);
    // Sorted, so that they are printed in one order.
    services = Collections.unmodifiableMap(new TreeMap<>(services));
    accounts = Map.copyOf(accounts);
  }

  /** The driver's properties that lead to these APIs, without credentials. */
  Map<String, String> serviceUrls(String baseUrl) {
    Map<String, String> urls = new LinkedHashMap<>();
    services.forEach(
        (service, path) -> urls.put(provider + "." + service + ".url", baseUrl + path));
    urls.put(provider + ".auth", "none");
    return urls;
  }
}
