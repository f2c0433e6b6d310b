package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.http.Response;
import dev.imago.emulator.method.IllegalParameter;
import dev.imago.emulator.openstack.Refusal;
import java.util.List;

/**
 * The service's two ways to refuse. Its own methods answer {@code {"error": {"message", "code"}}}
 * with status 400 for nearly everything; those of OpenStack's Glance answer XML.
 */
final class ImsErrors {
  static final int LONGEST_NAME = 128;

  private ImsErrors() {}

  /** The answer to a request with a parameter that its method does not take. */
  static Response illegal(Request request, IllegalParameter illegal) {
    if (isGlance(request)) {
      return xml(400, "badRequest", illegal.name() + " " + illegal.problem());
    }
    return switch (illegal.name()) {
      case "__imagetype" -> json("IMG.0024", "The imagetype is invalid.");
      case "__os_type" -> json("IMG.0056", "The OS type is invalid.");
      case "name" ->
          json("IMG.0002", "The image name contains more than " + LONGEST_NAME + " characters.");
      default ->
          json(
              "IMG.0001",
              "The request message format is invalid. The parameter "
                  + illegal.name()
                  + " "
                  + illegal.problem()
                  + ".");
    };
  }

  /** A marker that is no image of the list. */
  static Refusal noSuchMarker(Request request, String id) {
    return new Refusal(
        isGlance(request)
            ? xml(400, "badRequest", "Invalid marker: " + id)
            : json("IMG.0027", "The image ID in the request does not exist."));
  }

  static Refusal noSuchImage(String id) {
    return new Refusal(xml(404, "itemNotFound", "No image found with ID " + id));
  }

  static Refusal noSuchMember(String imageId, String memberId) {
    return new Refusal(xml(404, "itemNotFound", "Image " + imageId + " has no member " + memberId));
  }

  static Refusal publicWithoutMembers() {
    return new Refusal(xml(403, "forbidden", "Public images do not have members."));
  }

  /** The error list has no code for an absent job but this one. */
  static Refusal noSuchJob() {
    return new Refusal(json("IMG.0023", "An exception occurred during task query."));
  }

  /** Glance's paths are those of {@code /v2/images}. */
  private static boolean isGlance(Request request) {
    List<String> segments = request.segments();
    int version = segments.indexOf("v2");
    return version >= 0
        && version + 1 < segments.size()
        && segments.get(version + 1).equals("images");
  }

  private static Response json(String code, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("message", message).put("code", code);
    return Response.json(400, body);
  }

  private static Response xml(int status, String element, String message) {
    return Response.of(
        status,
        "application/xml; charset=UTF-8",
        "<"
            + element
            + " code=\""
            + status
            + "\"><message>"
            + message.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            + "</message></"
            + element
            + ">");
  }
}
