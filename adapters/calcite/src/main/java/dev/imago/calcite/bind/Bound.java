package dev.imago.calcite.bind;

import java.util.List;
import org.apache.calcite.rel.RelNode;

/**
 * A statement whose every scan has its calls.
 *
 * @param rel the rows
 * @param omissions what it goes without, in words; empty when it has all of its rows
 */
public record Bound(RelNode rel, List<String> omissions) {
  public Bound {
    omissions = List.copyOf(omissions);
  }

  /** The same with other nodes for the rows. */
  public Bound with(RelNode other) {
    return new Bound(other, omissions);
  }
}
