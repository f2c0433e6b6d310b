/** OpenStack's identity service, version 3, as both clouds have it: tokens for passwords. */
@NullMarked
package dev.imago.emulator.keystone;

import org.jspecify.annotations.NullMarked;
