package dev.imago.calcite.bind;

import dev.imago.calcite.rel.ApiScan;
import dev.imago.calcite.rel.ScanSpec;
import dev.imago.core.statement.Cancellation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;

/**
 * Gives every scan of a statement its calls: from what the statement itself binds, constants and
 * other tables' columns; then from the connection's defaults, a wider read, the parent table. A
 * function of the tree alone: no cost, no search. Rows that a view can do without are left out
 * where nothing else helps.
 */
public final class Binder {
  /** A table's chain of parents is shorter; a longer one is a fault of the descriptions. */
  private static final int MOST_REMEDIES_OF_A_SCAN = 64;

  private final ReadChoice choice;
  private final Cancellation cancellation;

  /**
   * @param choice knows the calls that a scan can have
   * @param cancellation ends the binding
   */
  public Binder(ReadChoice choice, Cancellation cancellation) {
    this.choice = choice;
    this.cancellation = cancellation;
  }

  /** Whether the statement itself binds all that its scans need. */
  public boolean lacksNothing(RelNode rel) {
    return new Needs(choice, NarrowedLists.none(choice), cancellation).of(rel, Set.of()).isEmpty();
  }

  /**
   * The same rows, every scan with its calls chosen.
   *
   * @throws dev.imago.core.error.ImagoException {@link
   *     dev.imago.core.error.ErrorCode#PARAMETER_NOT_BOUND} when a scan cannot be called
   */
  public Bound bind(RelNode rel) {
    Omissions omissions = new Omissions();
    RelNode current = rel;
    int most = MOST_REMEDIES_OF_A_SCAN * scans(rel);
    for (int remedies = 0; remedies <= most; remedies++) {
      Needs needs = new Needs(choice, NarrowedLists.of(current, choice), cancellation);
      List<Need> lacking = needs.of(current, Set.of());
      if (lacking.isEmpty()) {
        RelNode placed = new Placement(needs).place(current, Map.of());
        return new Bound(withCalls(placed), omissions.texts());
      }
      RelNode lacks = current;
      Optional<RelNode> remedied =
          remedied(current, lacking).or(() -> omissions.without(lacks, lacking));
      if (remedied.isEmpty()) {
        throw MissingParameters.error(lacking, choice.enumerates());
      }
      current = remedied.get();
    }
    throw new IllegalStateException("the parents of the tables go on without end");
  }

  private static int scans(RelNode rel) {
    return rel.getInputs().stream().mapToInt(Binder::scans).sum()
        + (rel instanceof ApiScan ? 1 : 0);
  }

  /** One scan filled in; then its rows may give others what they need. */
  private Optional<RelNode> remedied(RelNode rel, List<Need> lacking) {
    return lacking.stream()
        .sorted(Comparator.comparingLong(need -> ofScan(need.scan(), lacking)))
        .flatMap(
            need ->
                remedy(need, lacking).map(filled -> replaced(rel, need.scan(), filled)).stream())
        .findFirst();
  }

  private static long ofScan(ApiScan scan, List<Need> lacking) {
    return parametersOf(scan, lacking).size();
  }

  private static List<String> parametersOf(ApiScan scan, List<Need> lacking) {
    return lacking.stream()
        .filter(need -> need.scan().equals(scan))
        .map(Need::parameter)
        .distinct()
        .toList();
  }

  /** What the query's other tables give is not filled in: their rows say which are wanted. */
  private Optional<RelNode> remedy(Need need, List<Need> lacking) {
    ApiScan scan = need.scan();
    List<String> parameters = parametersOf(scan, lacking);
    Optional<RelNode> filled =
        choice
            .withDefaults(scan.spec(), parameters)
            .or(() -> choice.widened(scan.spec(), parameters))
            .or(() -> choice.withKnownValues(scan.spec(), parameters))
            .<RelNode>map(scan::with)
            .or(() -> Details.ofListed(scan, need.parameter()));
    return filled.isPresent() || !choice.enumerates()
        ? filled
        : Enumeration.overParent(scan, need.parameter());
  }

  static RelNode replaced(RelNode rel, ApiScan scan, RelNode filled) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(TableScan leaf) {
            return leaf.equals(scan) ? filled : leaf;
          }
        });
  }

  private RelNode withCalls(RelNode rel) {
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(TableScan leaf) {
            return leaf instanceof ApiScan scan ? scan.with(called(scan.spec())) : leaf;
          }
        });
  }

  private ScanSpec called(ScanSpec spec) {
    return choice
        .calls(spec)
        .map(spec::withReads)
        .orElseThrow(
            () -> new IllegalStateException(spec.table().qualifiedName() + " lacks parameters"));
  }
}
