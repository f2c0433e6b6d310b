@NullMarked
package dev.imago.launcher;

import org.jspecify.annotations.NullMarked;
