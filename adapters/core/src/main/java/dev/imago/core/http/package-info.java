/** HTTP: one pooled client, authorization, the call log. */
@NullMarked
package dev.imago.core.http;

import org.jspecify.annotations.NullMarked;
