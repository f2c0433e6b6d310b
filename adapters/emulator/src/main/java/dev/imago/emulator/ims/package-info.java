/** The Image Management Service, of Open Telekom Cloud and of Huawei Cloud. */
@NullMarked
package dev.imago.emulator.ims;

import org.jspecify.annotations.NullMarked;
