package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;

/**
 * A parameter that a scan still lacks, seen from a node above it.
 *
 * @param column the output column of the node that must be pinned to give it; {@link #UNREACHABLE}
 *     when no value from above gets to the scan
 * @param obstacle why it is unreachable; empty otherwise
 */
record Need(ApiScan scan, String parameter, int column, String obstacle) {
  static final int UNREACHABLE = -1;

  static Need of(ApiScan scan, String parameter, int column) {
    return column < 0
        ? new Need(scan, parameter, UNREACHABLE, "")
        : new Need(scan, parameter, column, "");
  }

  boolean isReachable() {
    return column >= 0;
  }

  /** The same need, seen from a node where another column stands for it. */
  Need at(int otherColumn) {
    return new Need(scan, parameter, otherColumn, "");
  }

  /** The same need, out of reach; the obstacle that is nearest to the scan counts. */
  Need blocked(String why) {
    return isReachable() ? new Need(scan, parameter, UNREACHABLE, why) : this;
  }
}
