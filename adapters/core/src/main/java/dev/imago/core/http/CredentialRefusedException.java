package dev.imago.core.http;

import java.io.IOException;

/**
 * The service refused the credential, ahead of doing anything, and another one can be had: the call
 * is worth sending once more.
 */
final class CredentialRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  CredentialRefusedException() {
    super("the credential was refused");
  }
}
