package dev.imago.calcite.plan;

import dev.imago.calcite.rel.ApiScan;
import java.util.List;
import java.util.function.Predicate;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexUtil.SubQueryFinder;

/** What a tree holds somewhere. */
final class TreeSearch {
  private TreeSearch() {}

  /** A node of that class. */
  static boolean has(RelNode rel, Class<? extends RelNode> kind) {
    return any(rel, kind::isInstance);
  }

  /** A sub-query inside an expression. */
  static boolean hasSubQuery(RelNode rel) {
    return any(rel, TreeSearch::holdsSubQuery);
  }

  /** A window function inside a projection. */
  static boolean hasWindow(RelNode rel) {
    return any(rel, node -> node instanceof Project project && project.containsOver());
  }

  /** A LIMIT. */
  static boolean hasLimit(RelNode rel) {
    return any(rel, node -> node instanceof Sort sort && sort.fetch != null);
  }

  /** The scans. */
  static List<ApiScan> scans(RelNode rel) {
    return rel instanceof ApiScan scan
        ? List.of(scan)
        : rel.getInputs().stream().flatMap(input -> scans(input).stream()).toList();
  }

  /** No scan fails the test. */
  static boolean allScans(RelNode rel, Predicate<ApiScan> test) {
    return scans(rel).stream().allMatch(test);
  }

  private static boolean holdsSubQuery(RelNode node) {
    return (node instanceof Filter filter && SubQueryFinder.containsSubQuery(filter))
        || (node instanceof Project project && SubQueryFinder.containsSubQuery(project))
        || (node instanceof Join join && SubQueryFinder.containsSubQuery(join));
  }

  private static boolean any(RelNode rel, Predicate<RelNode> test) {
    return test.test(rel) || rel.getInputs().stream().anyMatch(input -> any(input, test));
  }
}
