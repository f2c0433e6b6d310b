/** A client of any OpenStack against the emulator's Open Telekom Cloud. */
@NullMarked
package dev.imago.interop.openstack;

import org.jspecify.annotations.NullMarked;
