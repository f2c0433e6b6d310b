package dev.imago.yandex.credential;

import dev.imago.core.credential.JsonFields;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service account's authorized key: {@code {"id", "service_account_id", "private_key", ...}}, as
 * {@code yc iam key create} writes it.
 */
final class AuthorizedKey {
  /** The cloud writes a warning above it. */
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*$");

  private final String id;
  private final String serviceAccount;
  private final PrivateKey key;

  AuthorizedKey(String id, String serviceAccount, PrivateKey key) {
    this.id = id;
    this.serviceAccount = serviceAccount;
    this.key = key;
  }

  /**
   * Reads the file.
   *
   * @throws ImagoException {@link ErrorCode#UNAUTHENTICATED} when there is none, or it holds no
   *     such key
   */
  static AuthorizedKey read(Path file) {
    try {
      JsonFields fields =
          JsonFields.read(Files.readString(file, StandardCharsets.UTF_8))
              .orElseThrow(() -> unfit(file, "is no JSON object", null));
      return new AuthorizedKey(
          need(fields, "id", file),
          need(fields, "service_account_id", file),
          privateKey(need(fields, "private_key", file), file));
    } catch (NoSuchFileException e) {
      throw unfit(file, "does not exist", e);
    } catch (IOException e) {
      throw unfit(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /** A claim to be the service account, good for an hour. */
  String claim(Instant now) {
    return new SignedClaim(id, serviceAccount, key).write(now);
  }

  private static String need(JsonFields fields, String name, Path file) {
    return fields.find(name).orElseThrow(() -> unfit(file, "has no field " + name, null));
  }

  private static PrivateKey privateKey(String text, Path file) {
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      throw unfit(file, "has no PKCS #8 key in its field private_key", null);
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Not as the cause: what it says may quote the key.
      throw unfit(file, "has no RSA key in its field private_key", null);
    }
  }

  private static ImagoException unfit(Path file, String why, @Nullable Exception cause) {
    return new ImagoException(
        ErrorCode.UNAUTHENTICATED,
        "the file "
            + file
            + " that yandex.credentials names "
            + why
            + "; make a key with \"yc iam key create\"",
        cause);
  }
}
