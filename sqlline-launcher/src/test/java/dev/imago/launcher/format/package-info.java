@NullMarked
package dev.imago.launcher.format;

import org.jspecify.annotations.NullMarked;
