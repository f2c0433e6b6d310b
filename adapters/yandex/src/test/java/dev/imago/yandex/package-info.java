@NullMarked
package dev.imago.yandex;

import org.jspecify.annotations.NullMarked;
