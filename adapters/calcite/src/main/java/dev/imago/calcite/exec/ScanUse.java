package dev.imago.calcite.exec;

import dev.imago.core.read.Sharing;

/**
 * What a statement does with the rows of one of its scans.
 *
 * @param sharing which other scans of the statement may make the same calls
 * @param mayStop whether perhaps not all of the rows will be read
 * @param isIndispensable whether rows that are missing would add others to the result
 */
public record ScanUse(Sharing sharing, boolean mayStop, boolean isIndispensable) {}
