package dev.imago.calcite.plan;

import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexShuttle;

/** The expressions of all nodes of a tree. */
final class Expressions {
  private Expressions() {}

  /** The tree with each expression rewritten, bottom up; those of sub-queries are the shuttle's. */
  static RelNode rewritten(RelNode rel, RexShuttle shuttle) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode node) {
            return super.visit(node).accept(shuttle);
          }
        });
  }
}
