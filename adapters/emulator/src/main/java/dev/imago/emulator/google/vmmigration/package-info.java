/** Migrate to Virtual Machines (VM Migration), v1. */
@NullMarked
package dev.imago.emulator.google.vmmigration;

import org.jspecify.annotations.NullMarked;
