/** Google's token endpoint: access tokens for the claims of service accounts. */
@NullMarked
package dev.imago.emulator.google.identity;

import org.jspecify.annotations.NullMarked;
