package dev.imago.calcite.plan;

import dev.imago.calcite.direct.DirectRows;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.EnumerableInterpretable;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.runtime.Bindable;

/** When a plan becomes generated code. The rows are the same either way. */
public enum CodeGeneration {
  /** When it is more than one table with simple expressions. */
  WHERE_NEEDED {
    @Override
    Bindable<?> runnable(EnumerableRel rel, Map<String, Object> stashed) {
      return DirectRows.of(rel)
          .<Bindable<?>>map(rows -> rows)
          .orElseGet(() -> ALWAYS.runnable(rel, stashed));
    }
  },
  /** Always, to compare with. */
  ALWAYS {
    @Override
    Bindable<?> runnable(EnumerableRel rel, Map<String, Object> stashed) {
      return EnumerableInterpretable.toBindable(stashed, null, rel, EnumerableRel.Prefer.ARRAY);
    }
  };

  /**
   * What makes the rows of a physical tree: an {@code Object[]} for several columns, the bare value
   * for one.
   *
   * @param stashed what the code looks up by name; generating it adds more
   */
  abstract Bindable<?> runnable(EnumerableRel rel, Map<String, Object> stashed);
}
