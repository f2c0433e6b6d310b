/** When a call may go: how fast an account is asked, and how long a repetition waits. */
@NullMarked
package dev.imago.core.pace;

import org.jspecify.annotations.NullMarked;
