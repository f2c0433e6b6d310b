package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.Omission;
import dev.imago.core.description.TableDescription;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalValues;

/** Leaves out the rows that a statement can do without, and says which. */
final class Omissions {
  private final List<String> texts = new ArrayList<>();

  /** Everything that was left out, in words, each once. */
  List<String> texts() {
    return texts.stream().distinct().toList();
  }

  /**
   * The tree without the rows of one such scan; empty when there is none among what lacks.
   *
   * @throws ImagoException {@link ErrorCode#PARAMETER_NOT_BOUND} when without the rows of those
   *     that there are, others would come that do not belong to the result
   */
  Optional<RelNode> without(RelNode rel, List<Need> lacking) {
    List<ApiScan> omissible =
        lacking.stream().filter(Omissions::mayGo).map(Need::scan).distinct().toList();
    if (omissible.isEmpty()) {
      return Optional.empty();
    }
    IndispensableScans indispensable = IndispensableScans.of(rel);
    ApiScan omitted =
        omissible.stream()
            .filter(scan -> !indispensable.contains(scan))
            .findFirst()
            .orElseThrow(() -> refused(omissible));
    return Optional.of(leftOut(rel, omitted));
  }

  private static boolean mayGo(Need need) {
    return need.scan().spec().omission().stream()
        .anyMatch(omission -> omission.parameter().equals(need.parameter()));
  }

  private static ImagoException refused(List<ApiScan> scans) {
    Map<Omission, Set<TableDescription>> tables = new LinkedHashMap<>();
    for (ApiScan scan : scans) {
      Omission omission = scan.spec().omission().orElseThrow();
      tables.computeIfAbsent(omission, o -> new LinkedHashSet<>()).add(scan.spec().table());
    }
    return new ImagoException(
        ErrorCode.PARAMETER_NOT_BOUND,
        tables.entrySet().stream()
            .map(entry -> entry.getKey().refusal(entry.getValue()))
            .collect(Collectors.joining("; ")));
  }

  private RelNode leftOut(RelNode rel, ApiScan scan) {
    scan.spec().omission().ifPresent(omission -> texts.add(omission.of(scan.spec().table())));
    return Binder.replaced(
        rel, scan, LogicalValues.createEmpty(scan.getCluster(), scan.getRowType()));
  }
}
