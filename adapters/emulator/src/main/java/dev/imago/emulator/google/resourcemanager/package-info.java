/** Cloud Resource Manager, v3. */
@NullMarked
package dev.imago.emulator.google.resourcemanager;

import org.jspecify.annotations.NullMarked;
