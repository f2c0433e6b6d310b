package dev.imago.emulator.openstack;

/**
 * Who may log in.
 *
 * @param id 32 hexadecimal digits
 * @param name the name to log in with
 * @param password the password to log in with
 * @param accessKey the public half of the key to sign requests with
 * @param secretKey the secret half of it
 */
public record User(String id, String name, String password, String accessKey, String secretKey) {}
