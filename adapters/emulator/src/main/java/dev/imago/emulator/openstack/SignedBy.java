package dev.imago.emulator.openstack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the header {@code Authorization} says of a signature.
 *
 * @param algorithm its first word
 * @param accessKey the key's public half
 * @param scope what the key was derived for: a day, a region and a service; empty when it was not
 * @param signedHeaders the names of the headers that were signed
 * @param signature the signature in hexadecimal digits
 */
record SignedBy(
    String algorithm,
    String accessKey,
    Optional<String> scope,
    List<String> signedHeaders,
    String signature) {
  /** With a key as it is, or one that is derived in steps. */
  static final String ALGORITHM = "SDK-HMAC-SHA256";

  /** With a key that is extracted and expanded. */
  static final String V11 = "V11-HMAC-SHA256";

  private static final String REST = ",\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})";
  private static final Pattern SIMPLE = Pattern.compile(ALGORITHM + " Access=([^,/\\s]+)" + REST);
  private static final Pattern DERIVED =
      Pattern.compile(
          "(" + ALGORITHM + ") Credential=([^,/\\s]+)/([0-9]{8}/[^/,]*/[^/,]*/sdk_request)" + REST);
  private static final Pattern DERIVED_V11 =
      Pattern.compile("(" + V11 + ") Credential=([^,/\\s]+)/([0-9]{8}/[^/,]+/[^/,]+)" + REST);

  SignedBy {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** Whether a header is a signature at all. */
  static boolean isSignature(String header) {
    return header.startsWith(ALGORITHM) || header.startsWith(V11);
  }

  /** What a header says; empty when it is none of the three forms. */
  static Optional<SignedBy> parse(String header) {
    Matcher simple = SIMPLE.matcher(header);
    if (simple.matches()) {
      return Optional.of(
          new SignedBy(
              ALGORITHM,
              simple.group(1),
              Optional.empty(),
              names(simple.group(2)),
              simple.group(3)));
    }
    return Stream.of(DERIVED, DERIVED_V11)
        .map(form -> form.matcher(header))
        .filter(Matcher::matches)
        .map(
            derived ->
                new SignedBy(
                    derived.group(1),
                    derived.group(2),
                    Optional.of(derived.group(3)),
                    names(derived.group(4)),
                    derived.group(5)))
        .findFirst();
  }

  /** Whether the key was derived for the day of a date, or for none. */
  boolean isOfDay(String date) {
    return scope.isEmpty() || date.startsWith(scope.get().substring(0, scope.get().indexOf('/')));
  }

  private static List<String> names(String text) {
    return List.of(text.split(";", -1));
  }
}
