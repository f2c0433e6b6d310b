package dev.imago.emulator.yandex.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.identity.AccountKey;

/**
 * A service account with one authorized key.
 *
 * @param id the account's id
 * @param keyId the key's id
 */
public record ServiceAccount(String id, String keyId, AccountKey key) {

  /** The file that the cloud gives out when the key is made. */
  public String keyFile() {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("id", keyId)
        .put("service_account_id", id)
        .put("created_at", "2026-01-10T09:00:00Z")
        .put("key_algorithm", "RSA_2048")
        .put(
            "private_key",
            "PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <"
                + keyId
                + ">\n"
                + key.privatePem());
    return file.toString();
  }
}
