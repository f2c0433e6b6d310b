/** What a method of a table takes and answers, as SQL sees it. */
@NullMarked
package dev.imago.calcite.method;

import org.jspecify.annotations.NullMarked;
