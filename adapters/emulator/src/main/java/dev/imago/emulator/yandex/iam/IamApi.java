package dev.imago.emulator.yandex.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.identity.IssuedTokens;
import dev.imago.emulator.identity.SignedClaims;
import dev.imago.emulator.identity.SignedClaims.Algorithm;
import dev.imago.emulator.json.JsonReader;
import dev.imago.emulator.method.Call;
import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.Gate;
import dev.imago.emulator.yandex.RpcCode;
import dev.imago.emulator.yandex.YandexApi;
import dev.imago.emulator.yandex.YandexFailure;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** {@code IamTokenService.Create}: a token for a service account's claims or an OAuth token. */
public final class IamApi {
  /** The OAuth token of the demo's only user. */
  public static final String OAUTH_TOKEN = "y0_AgAAAAemulatedOAuthTokenOfTheDemoUser";

  private static final String AUDIENCE = "https://iam.api.cloud.yandex.net/iam/v1/tokens";

  private final ServiceAccount account;
  private final IssuedTokens tokens;
  private final Clock clock;

  private IamApi(ServiceAccount account, IssuedTokens tokens, Clock clock) {
    this.account = account;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The service under a root.
   *
   * @param gate lets everybody pass, since who wants a token has none
   */
  public static YandexApi create(
      String root, Gate gate, ServiceAccount account, IssuedTokens tokens, Clock clock) {
    IamApi api = new IamApi(account, tokens, clock);
    return new YandexApi(root, gate, List.of(new Method("POST", "tokens", List.of(), api::create)));
  }

  private Response create(Call call) {
    JsonNode body = body(call);
    if (body.has("jwt") == body.has("yandexPassportOauthToken")) {
      throw YandexFailure.illegal("identity", "One of the options must be selected");
    }
    if (body.has("jwt")) {
      checkClaims(body.path("jwt").asText());
    } else if (!body.path("yandexPassportOauthToken").asText().equals(OAUTH_TOKEN)) {
      throw refused("OAuth token is invalid or has expired");
    }
    IssuedTokens.Issued issued = tokens.issue();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("iamToken", issued.token()).put("expiresAt", issued.expiresAt().toString());
    return Response.json(200, answer);
  }

  private static JsonNode body(Call call) {
    try {
      return JsonReader.read(call.request().body());
    } catch (IOException damaged) {
      throw new YandexFailure(RpcCode.INVALID_ARGUMENT, "The request body is no JSON");
    }
  }

  private void checkClaims(String jwt) {
    SignedClaims claims = SignedClaims.parse(jwt).orElseThrow(() -> refused("JWT is malformed"));
    if (!claims.header().path("kid").asText().equals(account.keyId())) {
      throw refused("JWT key " + claims.header().path("kid").asText() + " not found");
    }
    if (!claims.isSignedBy(account.key(), Algorithm.PS256)) {
      throw refused("JWT signature is invalid");
    }
    if (!claims.claims().path("iss").asText().equals(account.id())) {
      throw refused("JWT issuer is not the owner of the key");
    }
    if (!claims.isFor(AUDIENCE)) {
      throw refused("JWT audience is invalid");
    }
    if (!claims.isTimely(clock)) {
      throw refused("JWT is expired, or is issued for more than an hour");
    }
  }

  private static YandexFailure refused(String why) {
    return new YandexFailure(RpcCode.UNAUTHENTICATED, why);
  }
}
