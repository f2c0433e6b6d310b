/** SQL scripts, one statement after the other. */
@NullMarked
package dev.imago.launcher.script;

import org.jspecify.annotations.NullMarked;
