/** Access tokens: fetched where they are given, kept until they expire, shared by a process. */
@NullMarked
package dev.imago.core.credential;

import org.jspecify.annotations.NullMarked;
