package dev.imago.emulator.ims;

/**
 * Why a job fails.
 *
 * @param code one of the service's error codes
 * @param reason that in words
 */
record JobFailure(String code, String reason) {
  static final JobFailure UNREADABLE_FILE =
      new JobFailure(
          "IMG.0057", "The image file does not exist, is empty, or in the incorrect format.");
}
