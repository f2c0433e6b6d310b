/** The projects of the demo cloud and the resources in them. */
@NullMarked
package dev.imago.emulator.google.project;

import org.jspecify.annotations.NullMarked;
