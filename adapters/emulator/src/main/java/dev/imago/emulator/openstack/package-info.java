/**
 * What the APIs of Open Telekom Cloud and Huawei Cloud have in common: projects that lie in
 * regions, tokens with a project as their scope, the gateway in front of every service.
 */
@NullMarked
package dev.imago.emulator.openstack;

import org.jspecify.annotations.NullMarked;
