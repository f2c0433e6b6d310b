/**
 * The credentials of clouds whose identity service is OpenStack's Keystone: tokens of a project,
 * and signed requests.
 */
@NullMarked
package dev.imago.opentelekom.credential;

import org.jspecify.annotations.NullMarked;
