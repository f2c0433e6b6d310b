package dev.imago.emulator.openstack;

/**
 * An account, which users and projects belong to.
 *
 * @param id 32 hexadecimal digits
 * @param name its name
 */
public record Domain(String id, String name) {}
