/** Every kind of credential, through the driver, against clouds that refuse whoever has none. */
@NullMarked
package dev.imago.credential;

import org.jspecify.annotations.NullMarked;
