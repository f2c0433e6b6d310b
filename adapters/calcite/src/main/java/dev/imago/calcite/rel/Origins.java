package dev.imago.calcite.rel;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.calcite.rex.RexNode;

/**
 * Where a scan's values come from when the query does not give them: shown by EXPLAIN, and without
 * effect on what is read.
 *
 * @param defaults what stands in, by parameter
 * @param enumeration what the scan was added for; empty for a table that the query names
 */
public record Origins(Map<String, Default> defaults, Optional<Enumeration> enumeration) {
  /** All from the query itself. */
  public static final Origins QUERY = new Origins(Map.of(), Optional.empty());

  public Origins {
    defaults = Collections.unmodifiableMap(new TreeMap<>(defaults));
  }

  /**
   * Values that stand in for those that the query does not give.
   *
   * @param source where they come from: a property such as {@code google.project}
   */
  public record Default(String source, List<RexNode> values) {
    public Default {
      values = List.copyOf(values);
    }
  }

  /**
   * A parent that is listed for the parameters that nothing binds.
   *
   * @param parameters the parameters that its rows give, those that bind its own calls among them
   * @param table the whole name of the table that needs them
   */
  public record Enumeration(List<String> parameters, String table) {
    public Enumeration {
      parameters = List.copyOf(parameters);
    }
  }

  Origins with(String parameter, Default standIn) {
    Map<String, Default> more = new TreeMap<>(defaults);
    more.put(parameter, standIn);
    return new Origins(more, enumeration);
  }

  Origins with(Enumeration reason) {
    return new Origins(defaults, Optional.of(reason));
  }
}
