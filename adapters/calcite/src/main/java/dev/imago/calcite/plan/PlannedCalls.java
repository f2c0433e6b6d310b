package dev.imago.calcite.plan;

import dev.imago.calcite.rel.LiteralValue;
import dev.imago.calcite.rel.PlannedRead;
import dev.imago.calcite.rel.PushedLimit;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.rex.RexNode;

/** The calls of one scan, as far as they are known before the statement runs. */
final class PlannedCalls {
  private static final Pattern LEFT_ROW = Pattern.compile("\\$cor\\d+");

  /** Calls whose parameters are known. */
  private final Set<Call> known = new HashSet<>();

  /** Calls with a value that is not: a {@code ?}, a column of another table. */
  private final Set<Call> open = new HashSet<>();

  private final String text;

  /**
   * What is sent, apart from the values. Scans with another order make other calls, and so do those
   * with another limit, which is the size of a page unless the list holds rows of other tables too.
   * A row that may be left out is another answer.
   */
  private record Form(
      String service,
      boolean isGet,
      CallTemplate call,
      List<OrderTerm> order,
      Optional<PushedLimit> limit,
      boolean mayBeLeftOut) {
    static Form of(ScanSpec spec, ReadMethod method) {
      TableDescription table = spec.table();
      return new Form(
          table.provider() + "." + table.service(),
          method.kind() == ReadMethod.Kind.GET,
          method.call(),
          spec.order(),
          method.scope().isPresent() ? Optional.empty() : spec.limit(),
          spec.omission().isPresent());
    }
  }

  /**
   * One call.
   *
   * @param values of the parameters, in their order; empty where one is not known
   */
  private record Call(Form form, List<Optional<Object>> values) {
    boolean isKnown() {
      return values.stream().allMatch(Optional::isPresent);
    }

    boolean mayBe(Call other) {
      if (!form.equals(other.form)) {
        return false;
      }
      for (int i = 0; i < values.size(); i++) {
        Optional<Object> mine = values.get(i);
        Optional<Object> theirs = other.values.get(i);
        if (mine.isPresent() && theirs.isPresent() && !mine.equals(theirs)) {
          return false;
        }
      }
      return true;
    }
  }

  private PlannedCalls(ScanSpec spec) {
    List<String> texts = new ArrayList<>();
    for (PlannedRead read : spec.reads().orElse(List.of())) {
      Form form = Form.of(spec, read.method());
      Call call = new Call(form, values(read));
      (call.isKnown() ? known : open).add(call);
      texts.add(form + " " + read.binding());
    }
    this.text = LEFT_ROW.matcher(texts.toString()).replaceAll("");
  }

  static PlannedCalls of(ScanSpec spec) {
    return new PlannedCalls(spec);
  }

  /** A part of a full resource name is known only when the statement runs. */
  private static List<Optional<Object>> values(PlannedRead read) {
    List<Optional<Object>> values = new ArrayList<>();
    for (String parameter : read.method().parameters()) {
      RexNode value = read.binding().values().get(parameter);
      values.add(value == null ? Optional.empty() : LiteralValue.of(value));
    }
    return values;
  }

  /** Whether the two may send the same request. */
  boolean mayMeet(PlannedCalls other) {
    return !Collections.disjoint(known, other.known)
        || open.stream().anyMatch(call -> other.has(call))
        || other.open.stream().anyMatch(this::has);
  }

  private boolean has(Call call) {
    return known.stream().anyMatch(call::mayBe) || open.stream().anyMatch(call::mayBe);
  }

  /** Whether the two are for the same values, whichever left row these come from. */
  boolean isSame(PlannedCalls other) {
    return text.equals(other.text);
  }
}
