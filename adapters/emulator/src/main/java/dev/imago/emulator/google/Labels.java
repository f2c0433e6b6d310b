package dev.imago.emulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules of labels, and their fingerprint. */
public final class Labels {
  private static final int MOST = 64;
  private static final int FINGERPRINT_BYTES = 8;
  private static final Pattern KEY = Pattern.compile("\\p{Ll}[\\p{Ll}0-9_-]{0,62}");
  private static final Pattern VALUE = Pattern.compile("[\\p{Ll}0-9_-]{0,63}");

  private Labels() {}

  /**
   * Checks labels.
   *
   * @throws GoogleFailure when there are too many, or one is spelled as none may be
   */
  public static void check(JsonNode labels) {
    if (labels.size() > MOST) {
      throw GoogleFailure.invalidField("labels", "", "A resource has at most " + MOST + " labels.");
    }
    for (Map.Entry<String, JsonNode> label : labels.properties()) {
      checkSpelling("key", label.getKey(), KEY);
      checkSpelling("value", label.getValue().asText(), VALUE);
    }
  }

  private static void checkSpelling(String part, String text, Pattern pattern) {
    if (!pattern.matcher(text).matches()) {
      throw GoogleFailure.invalidField(
          "labels",
          "",
          "Label " + part + " '" + text + "' violates format constraints " + pattern + ".");
    }
  }

  /** What stands for these labels: the same for the same labels, in base 64. */
  public static String fingerprint(JsonNode labels) {
    Map<String, String> sorted = new TreeMap<>();
    labels.properties().forEach(label -> sorted.put(label.getKey(), label.getValue().asText()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(sorted.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every platform has SHA-256", impossible);
    }
  }
}
