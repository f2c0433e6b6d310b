package dev.imago.credential;

import dev.imago.emulator.yandex.iam.IamApi;
import java.util.LinkedHashMap;
import java.util.Map;

/** A kind of credential that has secrets, with those of the demo's accounts. */
enum Login {
  GOOGLE_SERVICE_ACCOUNT(
      "google",
      "service_account",
      "SELECT name FROM google.compute.images WHERE project = 'acme-prod'",
      "POST /token"),
  GOOGLE_DEFAULT(
      "google",
      "adc",
      "SELECT name FROM google.compute.images WHERE project = 'acme-prod'",
      "POST /token"),
  YANDEX_SERVICE_ACCOUNT("yandex", "service_account", Login.YANDEX, Login.YANDEX_TOKENS),
  YANDEX_OAUTH("yandex", "oauth", Login.YANDEX, Login.YANDEX_TOKENS),
  YANDEX_METADATA(
      "yandex",
      "metadata",
      Login.YANDEX,
      "GET /yandex/computeMetadata/v1/instance/service-accounts/default/token"),
  OPENTELEKOM_PASSWORD(
      "opentelekom",
      "password",
      "SELECT name FROM opentelekom.ims.images",
      "POST /opentelekom/iam/eu-de/v3/auth/tokens"),
  HUAWEI_PASSWORD(
      "huawei",
      "password",
      "SELECT server_id FROM huawei.workspace.image_servers",
      "POST /huawei/iam/ap-southeast-1/v3/auth/tokens"),
  OPENTELEKOM_SIGNED("opentelekom", "aksk", "SELECT name FROM opentelekom.ims.images", ""),
  OPENTELEKOM_DERIVED("opentelekom", "aksk_derived", "SELECT name FROM opentelekom.ims.images", ""),
  HUAWEI_SIGNED("huawei", "aksk", "SELECT server_id FROM huawei.workspace.image_servers", ""),
  HUAWEI_DERIVED(
      "huawei", "aksk_derived", "SELECT server_id FROM huawei.workspace.image_servers", "");

  private static final String YANDEX =
      "SELECT name FROM yandex.compute.images WHERE folder_id = 'b1gfolderprod'";
  private static final String YANDEX_TOKENS = "POST /yandex/iam/v1/tokens";

  private final String provider;
  private final String auth;
  private final String query;
  private final String tokenRequest;

  Login(String provider, String auth, String query, String tokenRequest) {
    this.provider = provider;
    this.auth = auth;
    this.query = query;
    this.tokenRequest = tokenRequest;
  }

  String provider() {
    return provider;
  }

  /** A query that the credential opens the doors for. */
  String query() {
    return query;
  }

  /** How the request for a token begins; empty where there is none. */
  String tokenRequest() {
    return tokenRequest;
  }

  boolean hasTokens() {
    return !tokenRequest.isEmpty();
  }

  /** Its properties, complete and right. */
  Map<String, String> properties(ClosedClouds clouds) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(provider + ".auth", auth);
    switch (auth) {
      case "service_account", "adc" ->
          properties.put(provider + ".credentials", clouds.keyFile(provider));
      case "oauth" -> properties.put("yandex.token", IamApi.OAUTH_TOKEN);
      case "metadata" ->
          properties.put("yandex.auth.url", clouds.url(tokenRequest.substring("GET ".length())));
      case "password" -> {
        properties.put(provider + ".username", "builder");
        properties.put(provider + ".password", "demo-password");
        properties.put(provider + ".domain", provider.equals("huawei") ? "acme" : "ACME-OTC");
      }
      case "aksk", "aksk_derived" -> {
        properties.put(provider + ".accessKey", "AKTEST");
        properties.put(provider + ".secretKey", "SKTEST");
      }
      default -> throw new IllegalStateException(auth);
    }
    return properties;
  }
}
