/** Huawei Cloud Workspace, application streaming: image servers and the jobs that work on them. */
@NullMarked
package dev.imago.emulator.workspace;

import org.jspecify.annotations.NullMarked;
