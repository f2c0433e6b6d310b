@NullMarked
package dev.imago.emulator.openstack;

import org.jspecify.annotations.NullMarked;
