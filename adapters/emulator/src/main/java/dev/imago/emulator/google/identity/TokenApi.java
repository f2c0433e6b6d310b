package dev.imago.emulator.google.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.identity.IssuedTokens;
import dev.imago.emulator.identity.SignedClaims;
import dev.imago.emulator.identity.SignedClaims.Algorithm;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives access tokens for signed claims (RFC 7523), as {@code https://oauth2.googleapis.com/token}
 * does.
 *
 * @param account whose claims are good
 * @param clock by which they expire
 */
public record TokenApi(ServiceAccount account, IssuedTokens tokens, Clock clock) implements Api {
  /** The endpoint's own name, whatever it is reached by. */
  static final String AUDIENCE = "https://oauth2.googleapis.com/token";

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  @Override
  public String root() {
    return "/token";
  }

  @Override
  public Response answer(Request request) {
    if (!request.path().equals(root()) || !request.method().equals("POST")) {
      return Response.html(404, "<html>Not Found</html>");
    }
    Map<String, String> form;
    try {
      form = form(request.body());
    } catch (IllegalArgumentException damaged) {
      return refusal("invalid_request", "The form cannot be read");
    }
    if (!form.getOrDefault("grant_type", "").equals(GRANT)) {
      return refusal(
          "unsupported_grant_type", "Invalid grant_type: " + form.getOrDefault("grant_type", ""));
    }
    Optional<SignedClaims> claims = SignedClaims.parse(form.getOrDefault("assertion", ""));
    if (claims.isEmpty()) {
      return refusal("invalid_grant", "Bad Request");
    }
    return problem(claims.get()).map(this::refused).orElseGet(this::issued);
  }

  private record Problem(String code, String text) {}

  private Optional<Problem> problem(SignedClaims claims) {
    if (!claims.claims().path("iss").asText().equals(account.email())) {
      return grant("Invalid grant: account not found");
    }
    if (!claims.header().path("kid").asText().equals(account.keyId())
        || !claims.isSignedBy(account.key(), Algorithm.RS256)) {
      return grant("Invalid JWT Signature.");
    }
    if (!claims.isFor(AUDIENCE)) {
      return grant("Invalid JWT: Failed audience check. The right audience is " + AUDIENCE);
    }
    if (!claims.isTimely(clock)) {
      return grant(
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
    return claims.claims().path("scope").asText().isEmpty()
        ? Optional.of(
            new Problem("invalid_scope", "Invalid OAuth scope or ID token audience provided."))
        : Optional.empty();
  }

  private static Optional<Problem> grant(String text) {
    return Optional.of(new Problem("invalid_grant", text));
  }

  private Response issued() {
    IssuedTokens.Issued issued = tokens.issue();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .put("access_token", issued.token())
        .put("expires_in", issued.life().toSeconds())
        .put("token_type", "Bearer");
    return Response.json(200, answer);
  }

  private Response refused(Problem problem) {
    return refusal(problem.code(), problem.text());
  }

  private static Response refusal(String code, String text) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("error", code).put("error_description", text);
    return Response.json(400, answer);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
