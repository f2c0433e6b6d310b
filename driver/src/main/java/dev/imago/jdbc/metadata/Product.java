package dev.imago.jdbc.metadata;

/**
 * What a connection is to.
 *
 * @param url the connection's URL, which holds no secret
 * @param user empty when none is given
 * @param version the product's whole version
 * @param majorVersion its first number
 * @param minorVersion its second number
 */
public record Product(
    String url, String user, String version, int majorVersion, int minorVersion) {}
