package dev.imago.core.description;

/** The verb of an HTTP request. It does not say whether a call changes anything. */
public enum HttpVerb {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE
}
