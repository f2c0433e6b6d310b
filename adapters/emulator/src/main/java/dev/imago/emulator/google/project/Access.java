package dev.imago.emulator.google.project;

/** What the caller may see of a project. */
public enum Access {
  /** Everything. */
  ALL,
  /** Its images alone, as with the projects of the public images. */
  IMAGES_ONLY,
  /** Nothing; the project's own record excepted. */
  NONE
}
