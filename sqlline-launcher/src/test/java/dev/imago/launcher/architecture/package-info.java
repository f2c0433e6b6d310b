@NullMarked
package dev.imago.launcher.architecture;

import org.jspecify.annotations.NullMarked;
