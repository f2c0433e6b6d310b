/** Keeps README.md, CONTRIBUTING.md and the pages of docs true. */
@NullMarked
package dev.imago.launcher.docs;

import org.jspecify.annotations.NullMarked;
