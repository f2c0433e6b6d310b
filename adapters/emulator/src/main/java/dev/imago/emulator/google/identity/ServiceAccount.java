package dev.imago.emulator.google.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.identity.AccountKey;

/**
 * A service account with one key.
 *
 * @param email the account's name
 * @param keyId the key's id
 */
public record ServiceAccount(String email, String keyId, AccountKey key) {

  /** The file that the cloud gives out when the key is made. */
  public String keyFile() {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("type", "service_account")
        .put("project_id", "acme-prod")
        .put("private_key_id", keyId)
        .put("private_key", key.privatePem())
        .put("client_email", email)
        .put("client_id", "100000000000000000001")
        .put("token_uri", TokenApi.AUDIENCE);
    return file.toString();
  }
}
