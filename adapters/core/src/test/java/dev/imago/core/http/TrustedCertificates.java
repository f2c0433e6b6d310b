package dev.imago.core.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this Java trusts for a while: a file of its own, instead of the usual one. */
public final class TrustedCertificates implements AutoCloseable {
  private static final String PASSWORD = "of-a-test";

  private final Map<String, @Nullable String> usual = new HashMap<>();

  private TrustedCertificates(Map<String, String> properties) {
    properties.forEach(
        (name, value) -> {
          usual.put(name, System.getProperty(name));
          System.setProperty(name, value);
        });
  }

  /**
   * Trusts these certificates and no others.
   *
   * @param folder where the file is written
   */
  public static TrustedCertificates only(Path folder, List<X509Certificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("trusted-" + i, certificates.get(i));
    }
    Path file = Files.createTempFile(folder, "trusted", ".p12");
    try (OutputStream output = Files.newOutputStream(file)) {
      store.store(output, PASSWORD.toCharArray());
    }
    return in(file);
  }

  /** Trusts what is in the file, whatever that is. */
  public static TrustedCertificates in(Path file) {
    return new TrustedCertificates(
        Map.of(
            "javax.net.ssl.trustStore",
            file.toString(),
            "javax.net.ssl.trustStoreType",
            "PKCS12",
            "javax.net.ssl.trustStorePassword",
            PASSWORD));
  }

  @Override
  public void close() {
    usual.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
