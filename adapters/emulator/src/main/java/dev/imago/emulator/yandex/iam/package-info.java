/** Yandex Cloud's Identity and Access Management: IAM tokens for what proves an identity. */
@NullMarked
package dev.imago.emulator.yandex.iam;

import org.jspecify.annotations.NullMarked;
