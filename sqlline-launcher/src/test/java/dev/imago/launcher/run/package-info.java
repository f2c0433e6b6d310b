@NullMarked
package dev.imago.launcher.run;

import org.jspecify.annotations.NullMarked;
