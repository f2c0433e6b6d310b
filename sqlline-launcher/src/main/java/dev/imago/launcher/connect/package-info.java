/** What the command connects to: the clouds, or the demo's. */
@NullMarked
package dev.imago.launcher.connect;

import org.jspecify.annotations.NullMarked;
