package dev.imago.opentelekom.credential;

/** How a signature is made. */
public enum SignatureForm {
  /** By the secret key itself, {@code SDK-HMAC-SHA256 Access=...}: Huawei Cloud's clients. */
  SIMPLE,

  /**
   * By a key that is derived for one day, {@code SDK-HMAC-SHA256 Credential=...}: Open Telekom
   * Cloud's client, which leaves the region and the service empty.
   */
  DAILY,

  /**
   * By a key that is derived for one day, region and service, {@code V11-HMAC-SHA256
   * Credential=...}: Huawei Cloud's clients where they are told to.
   */
  REGIONAL
}
