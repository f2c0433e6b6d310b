/** Yandex Cloud: its descriptions are resources of this package. */
@NullMarked
package dev.imago.yandex;

import org.jspecify.annotations.NullMarked;
