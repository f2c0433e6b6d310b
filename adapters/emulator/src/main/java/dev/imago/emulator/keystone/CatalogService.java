package dev.imago.emulator.keystone;

/**
 * A service in the catalog that comes with a token.
 *
 * @param type what it is: {@code image}
 * @param name the program behind it: {@code glance}
 * @param root the path that it stands under, without the region
 * @param version what follows the region in its address, with a slash before it
 */
public record CatalogService(String type, String name, String root, String version) {
  String url(String host, String region) {
    return "http://" + host + root + "/" + region + version;
  }
}
