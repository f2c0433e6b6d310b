@NullMarked
package dev.imago.opentelekom.credential;

import org.jspecify.annotations.NullMarked;
