package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The two shapes of Google's error bodies. */
public enum ErrorFormat {
  /**
   * Compute's: {@code {"error":{"code","message","errors":[{"message","domain","reason"}]}}}; what
   * the front end refuses has {@code status} and {@code details} too.
   */
  LEGACY {
    @Override
    ObjectNode render(GoogleFailure failure) {
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      ObjectNode error = root.putObject("error");
      error.put("code", failure.kind().httpStatus());
      error.put("message", failure.message());
      ObjectNode first = error.putArray("errors").addObject();
      first.put("message", failure.message());
      first.put("domain", "global");
      first.put("reason", failure.kind().reason());
      GoogleFailure.Location location = failure.location();
      if (!location.name().isEmpty()) {
        first.put("location", location.name());
        first.put("locationType", location.type());
      }
      failure
          .detail()
          .ifPresent(
              detail -> {
                error.put("status", failure.kind().rpcCode());
                error.putArray("details").add(detail);
              });
      return root;
    }
  },

  /** google.rpc's: {@code {"error":{"code","message","status","details":[...]}}}. */
  RPC {
    @Override
    ObjectNode render(GoogleFailure failure) {
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      ObjectNode error = root.putObject("error");
      error.put("code", failure.kind().httpStatus());
      error.put("message", failure.message());
      error.put("status", failure.kind().rpcCode());
      failure.detail().ifPresent(detail -> error.putArray("details").add(detail));
      return root;
    }
  };

  abstract ObjectNode render(GoogleFailure failure);
}
