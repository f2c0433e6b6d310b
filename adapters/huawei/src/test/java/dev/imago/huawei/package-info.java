@NullMarked
package dev.imago.huawei;

import org.jspecify.annotations.NullMarked;
