package dev.imago.emulator.list;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One resource in a list.
 *
 * @param path what its table knows it by: {@code projects/p/global/images/x}, or its id
 * @param value the resource; not to be changed
 */
public record Row(String path, ObjectNode value) {}
