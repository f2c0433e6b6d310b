package dev.imago.emulator.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The key of a service account, made when it is first asked for, so that no key lies in a file of
 * the project. Safe for any number of threads.
 */
public final class AccountKey {
  private static final int BITS = 2048;
  private static final int LINE = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable KeyPair pair;

  PublicKey publicKey() {
    return pair().getPublic();
  }

  /** The private half as PEM of PKCS #8, with {@code \n} at each line's end. */
  public String privatePem() {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    return "-----BEGIN PRIVATE KEY-----\n"
        + encoder.encodeToString(pair().getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private KeyPair pair() {
    lock.lock();
    try {
      if (pair == null) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        pair = generator.generateKeyPair();
      }
      return pair;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java makes RSA keys", missing);
    } finally {
      lock.unlock();
    }
  }
}
