@NullMarked
package dev.imago.yandex.credential;

import org.jspecify.annotations.NullMarked;
