package dev.imago.calcite.change;

import dev.imago.calcite.statement.OutputColumn;
import dev.imago.calcite.statement.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;

/** A change that can run. */
public final class PlannedChange implements Plan {
  private final Kind kind;
  private final List<OutputColumn> columns;
  private final Source source;
  private final Change change;
  private final Map<String, Integer> placesByName;

  PlannedChange(
      Kind kind,
      List<OutputColumn> columns,
      Source source,
      Change change,
      Map<String, Integer> placesByName) {
    this.kind = kind;
    this.columns = List.copyOf(columns);
    this.source = source;
    this.change = change;
    this.placesByName = Collections.unmodifiableMap(new LinkedHashMap<>(placesByName));
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<OutputColumn> columns() {
    return columns;
  }

  @Override
  public List<RelDataType> parameters() {
    return source.parameters();
  }

  @Override
  public Map<String, Integer> placesByName() {
    return placesByName;
  }

  /** The query whose rows say what is to be changed. */
  public Source source() {
    return source;
  }

  /** Whether it changes something: some methods only look. */
  public boolean mutates() {
    return !change.method().safe();
  }

  Change change() {
    return change;
  }
}
