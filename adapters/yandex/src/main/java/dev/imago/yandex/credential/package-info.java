/** Yandex Cloud's credentials: what proves an identity, and the IAM tokens that it is worth. */
@NullMarked
package dev.imago.yandex.credential;

import org.jspecify.annotations.NullMarked;
