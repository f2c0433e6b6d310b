@NullMarked
package dev.imago.launcher.arguments;

import org.jspecify.annotations.NullMarked;
