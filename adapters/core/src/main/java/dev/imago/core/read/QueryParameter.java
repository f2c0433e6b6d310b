package dev.imago.core.read;

/** One parameter of a URL's query, as it is before it is encoded. */
record QueryParameter(String name, String value) {}
