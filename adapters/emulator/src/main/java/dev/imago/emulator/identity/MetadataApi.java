package dev.imago.emulator.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Api;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;

/**
 * What a machine asks to learn who it is; Yandex Cloud's speaks as Google's does. In the clouds it
 * has the address 169.254.169.254.
 *
 * @param root the path that it stands under, up to the version
 * @param tokens gives the machine its tokens
 */
public record MetadataApi(String root, IssuedTokens tokens) implements Api {
  private static final String TOKEN = "/instance/service-accounts/default/token";
  private static final String FLAVOR = "Metadata-Flavor";
  private static final String GOOGLE = "Google";

  @Override
  public Response answer(Request request) {
    if (!request.header(FLAVOR).filter(GOOGLE::equals).isPresent()) {
      return Response.html(403, "<html>Missing Metadata-Flavor:Google header.</html>");
    }
    if (!request.path().equals(root + TOKEN) || !request.method().equals("GET")) {
      return Response.html(404, "<html>Not Found</html>");
    }
    IssuedTokens.Issued issued = tokens.issue();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .put("access_token", issued.token())
        .put("expires_in", issued.life().toSeconds())
        .put("token_type", "Bearer");
    return Response.json(200, answer).withHeader(FLAVOR, GOOGLE);
  }
}
