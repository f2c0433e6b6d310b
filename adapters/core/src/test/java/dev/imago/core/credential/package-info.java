@NullMarked
package dev.imago.core.credential;

import org.jspecify.annotations.NullMarked;
