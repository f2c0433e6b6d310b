@NullMarked
package dev.imago.core.pace;

import org.jspecify.annotations.NullMarked;
