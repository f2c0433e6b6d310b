@NullMarked
package dev.imago.launcher.script;

import org.jspecify.annotations.NullMarked;
