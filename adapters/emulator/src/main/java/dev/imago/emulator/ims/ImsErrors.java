package dev.imago.emulator.ims;

import com.fasterxml.jackson.databind.JsonNode;
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
  static final int LONGEST_DESCRIPTION = 1024;

  /** What is wrong with a name, as {@code Parameter} words it too. */
  static final String NAME_TOO_LONG = "must be at most " + LONGEST_NAME + " characters";

  static final String NAME_MALFORMED = "must be letters, digits, hyphens, dots, spaces inside";
  static final String DESCRIPTION_TOO_LONG =
      "must be at most " + LONGEST_DESCRIPTION + " characters";

  private ImsErrors() {}

  /** The answer to a request with a parameter that its method does not take. */
  static Response illegal(Request request, IllegalParameter illegal) {
    if (isGlance(request)) {
      return xml(400, "badRequest", illegal.name() + " " + illegal.problem());
    }
    return switch (illegal.name()) {
      case "__imagetype" -> json("IMG.0024", "The imagetype is invalid.");
      case "__os_type" -> json("IMG.0056", "The OS type is invalid.");
      default -> illegalText(illegal);
    };
  }

  private static Response illegalText(IllegalParameter illegal) {
    return switch (illegal.problem()) {
      case NAME_TOO_LONG ->
          json("IMG.0002", "The image name contains more than " + LONGEST_NAME + " characters.");
      case NAME_MALFORMED -> json("IMG.0003", "The image name format is invalid.");
      case DESCRIPTION_TOO_LONG ->
          json(
              "IMG.0004",
              "The description contains more than " + LONGEST_DESCRIPTION + " characters.");
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

  /** A body that names no source of the image, or more than one. */
  static Refusal noSource(String fields) {
    return new Refusal(
        json(
            "IMG.0001",
            "The request message format is invalid. It must have exactly one of " + fields + "."));
  }

  /** An image that the caller does not see. */
  static Refusal absent(Request request, String id) {
    return isGlance(request)
        ? noSuchImage(id)
        : new Refusal(json("IMG.0027", "The image ID in the request does not exist."));
  }

  /** An image that the caller sees but does not own. */
  static Refusal notOwner(Request request, String id) {
    return new Refusal(
        isGlance(request)
            ? xml(403, "forbidden", "You are not permitted to modify image " + id)
            : json("IMG.0047", "This operation can be performed only by the image owner."));
  }

  /** An image whose status does not allow what is asked for. */
  static Refusal unavailable(Request request, JsonNode image) {
    String status = image.path("status").asText();
    return new Refusal(
        isGlance(request)
            ? xml(409, "conflictingRequest", "Image " + image.path("id").asText() + " is " + status)
            : json("IMG.0046", "The image is unavailable. Its status is " + status + "."));
  }

  /** An image that must not be deleted. */
  static Refusal isProtected(String id) {
    return new Refusal(
        xml(403, "forbidden", "Image " + id + " is protected and cannot be deleted."));
  }

  /** A change of an attribute that the image does not have, or that nobody may change. */
  static Refusal conflict(Request request, String why) {
    return new Refusal(
        isGlance(request)
            ? xml(409, "conflictingRequest", why)
            : json("IMG.0035", "An attribute conflict occurred during the modification. " + why));
  }

  /** A change of an attribute that Glance keeps to itself. */
  static Refusal reserved(String attribute) {
    return new Refusal(xml(403, "forbidden", "Attribute '" + attribute + "' is reserved."));
  }

  /** A body of another content type than the method reads. */
  static Refusal unsupportedType(Request request, String expected) {
    return new Refusal(
        isGlance(request)
            ? xml(415, "unsupportedMediaType", "The content type must be " + expected)
            : json(
                "IMG.0001",
                "The request message format is invalid. Its type must be " + expected + "."));
  }

  /** A project that is not the caller's where only the caller's will do. */
  static Refusal otherProject() {
    return new Refusal(json("IMG.0030", "The project ID and token in the request are invalid."));
  }

  static Refusal alreadyMember(String imageId, String memberId) {
    return new Refusal(
        xml(
            409,
            "conflictingRequest",
            "Project " + memberId + " is already a member of image " + imageId));
  }

  static Refusal notThatMember(String memberId) {
    return new Refusal(xml(403, "forbidden", "Only project " + memberId + " may answer for it."));
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
  static boolean isGlance(Request request) {
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
