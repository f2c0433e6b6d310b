package dev.imago.emulator.openstack;

/**
 * A project.
 *
 * @param id 32 hexadecimal digits
 * @param name its name: the region's for the project that each region begins with
 * @param region the only region that it lies in
 * @param domain the account that it belongs to
 * @param description what it is for
 */
public record Project(String id, String name, String region, Domain domain, String description) {}
