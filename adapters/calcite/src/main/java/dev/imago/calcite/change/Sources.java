package dev.imago.calcite.change;

import dev.imago.core.description.TableDescription;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** What the planner of changes asks of the planner of queries. */
public interface Sources {

  /**
   * The described table of that name, as a query would find it.
   *
   * @param parts the name, or the beginning of one
   * @param name where it stands in the statement
   * @throws RuntimeException what a query over a name that does not exist throws
   */
  TableDescription table(List<String> parts, SqlIdentifier name);

  /**
   * Plans a query.
   *
   * @param rewrite what is done to its first relational form
   */
  Source plan(SqlNode query, UnaryOperator<RelNode> rewrite);
}
