package dev.imago.emulator.openstack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header {@code Authorization} says of a signature.
 *
 * @param accessKey the key's public half
 * @param scope what the key was derived for: a day, a region and a service; empty when it was not
 * @param signedHeaders the names of the headers that were signed
 * @param signature the signature in hexadecimal digits
 */
record SignedBy(
    String accessKey, Optional<String> scope, List<String> signedHeaders, String signature) {
  static final String ALGORITHM = "SDK-HMAC-SHA256";

  private static final String REST = ",\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})";
  private static final Pattern SIMPLE = Pattern.compile(ALGORITHM + " Access=([^,/\\s]+)" + REST);
  private static final Pattern DERIVED =
      Pattern.compile(
          ALGORITHM + " Credential=([^,/\\s]+)/([0-9]{8}/[^/,]*/[^/,]*/sdk_request)" + REST);

  SignedBy {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** Whether a header is a signature at all. */
  static boolean isSignature(String header) {
    return header.startsWith(ALGORITHM);
  }

  /** What a header says; empty when it is none of the two forms. */
  static Optional<SignedBy> parse(String header) {
    Matcher simple = SIMPLE.matcher(header);
    if (simple.matches()) {
      return Optional.of(
          new SignedBy(simple.group(1), Optional.empty(), names(simple.group(2)), simple.group(3)));
    }
    Matcher derived = DERIVED.matcher(header);
    return derived.matches()
        ? Optional.of(
            new SignedBy(
                derived.group(1),
                Optional.of(derived.group(2)),
                names(derived.group(3)),
                derived.group(4)))
        : Optional.empty();
  }

  private static List<String> names(String text) {
    return List.of(text.split(";", -1));
  }
}
