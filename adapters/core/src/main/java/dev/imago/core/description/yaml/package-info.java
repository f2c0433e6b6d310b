/**
 * Reads description files into the model. The format is that of docs/descriptions.md. Every error
 * names its file and line.
 */
@NullMarked
package dev.imago.core.description.yaml;

import org.jspecify.annotations.NullMarked;
