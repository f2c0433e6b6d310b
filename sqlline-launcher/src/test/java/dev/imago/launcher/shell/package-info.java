@NullMarked
package dev.imago.launcher.shell;

import org.jspecify.annotations.NullMarked;
