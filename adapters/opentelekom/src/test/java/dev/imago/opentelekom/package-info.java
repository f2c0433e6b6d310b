@NullMarked
package dev.imago.opentelekom;

import org.jspecify.annotations.NullMarked;
