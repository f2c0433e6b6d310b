package dev.imago.core.read;

import dev.imago.core.description.Comparison;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Puts requests together that differ in one value alone, so that fewer calls answer the same rows:
 * gets of one parent become lists that are filtered by their names, and lists of one URL become
 * one. A get that is alone stays a get.
 */
final class RequestGrouping {
  private final ToIntFunction<ReadRequest> urlLength;
  private final Lists lists;

  /** What becomes of lists of one URL that no filter puts together. */
  enum Lists {
    /** Each is filtered by its own value, and has fewer rows than the whole list. */
    APART,
    /** One list without a filter stands for all of them, so that there are fewer calls. */
    WHOLE
  }

  /**
   * @param urlLength the length of the URL that asks for all that a request's rows must have
   * @param lists what becomes of lists that no filter puts together
   */
  RequestGrouping(ToIntFunction<ReadRequest> urlLength, Lists lists) {
    this.urlLength = urlLength;
    this.lists = lists;
  }

  /**
   * Requests that can be put together.
   *
   * @param list what they have in common: the list, and the values of its path
   * @param column the column whose values differ
   */
  private record Group(ReadRequest list, String column) {}

  /**
   * What one call chain answers.
   *
   * @param request what is sent
   * @param column the column that tells the rows of the members apart; absent when there is one
   * @param members the requests whose rows it has
   */
  record Together(ReadRequest request, Optional<String> column, List<ReadRequest> members) {
    Together {
      members = List.copyOf(members);
    }

    private static Together alone(ReadRequest request) {
      return new Together(sent(request), Optional.empty(), List.of(request));
    }

    private static Together list(Group group, List<ReadRequest> members) {
      return new Together(sent(listOf(group, members)), Optional.of(group.column()), members);
    }

    /** Requests that send the same are equal: a get is asked for nothing but its row. */
    private static ReadRequest sent(ReadRequest request) {
      return request.method().filtering().isPresent() ? request : request.withoutPredicates();
    }
  }

  /** The same rows with the fewest calls, in the order in which they are first asked for. */
  List<Together> group(List<ReadRequest> requests) {
    Map<Object, List<ReadRequest>> groups = new LinkedHashMap<>();
    for (ReadRequest request : new LinkedHashSet<>(requests)) {
      Optional<Group> group = requests.size() < 2 ? Optional.empty() : groupOf(request);
      Object key = group.isPresent() ? group.get() : request;
      groups.computeIfAbsent(key, first -> new ArrayList<>()).add(request);
    }
    List<Together> grouped = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          if (key instanceof Group group && members.size() > 1) {
            grouped.addAll(together(group, members));
          } else {
            members.forEach(member -> grouped.add(Together.alone(member)));
          }
        });
    return grouped;
  }

  /** A get as a list that is filtered by its key; empty where no list takes the key's value. */
  Optional<Together> asList(ReadRequest get) {
    return groupOf(get)
        .filter(group -> fits(group, get))
        .map(group -> Together.list(group, List.of(get)));
  }

  private Optional<Group> groupOf(ReadRequest request) {
    Set<String> bound = request.bindings().keySet();
    if (request.method().kind() != ReadMethod.Kind.GET) {
      return KeyFilter.rest(request.method(), bound)
          .filter(column -> KeyFilter.isField(request.table(), column))
          .flatMap(column -> groupOf(request, request.method(), column))
          .filter(
              group ->
                  lists == Lists.WHOLE
                      || takesSeveral(group)
                      || !request.method().takes(group.column(), Comparison.EQUAL));
    }
    Optional<Group> same = sameGet(request, bound);
    if (same.isPresent()) {
      return same;
    }
    return KeyFilter.of(request.table(), bound)
        .filter(filter -> answers(filter.list(), request))
        .flatMap(
            filter ->
                groupOf(
                    takes(filter.list(), request.order()) ? request : request.whole(),
                    filter.list(),
                    filter.column()));
  }

  /** Gets of one URL that differ in what the row must hold besides are one get. */
  private static Optional<Group> sameGet(ReadRequest request, Set<String> bound) {
    return KeyFilter.rest(request.method(), bound)
        .filter(column -> KeyFilter.isField(request.table(), column))
        .flatMap(column -> groupOf(request, request.method(), column));
  }

  private static boolean takesSeveral(Group group) {
    return group.list().method().filtering().stream()
        .anyMatch(filtering -> filtering.takesSeveralValues(group.column()));
  }

  private static boolean answers(ReadMethod list, ReadRequest request) {
    return request.columns().stream().noneMatch(column -> list.lacks().contains(column.name()));
  }

  private static boolean takes(ReadMethod list, List<OrderTerm> order) {
    return order.isEmpty()
        || list.ordering().filter(ordering -> ordering.terms().containsAll(order)).isPresent();
  }

  private static Optional<Group> groupOf(ReadRequest request, ReadMethod list, String column) {
    Map<String, Object> path = new LinkedHashMap<>(request.bindings());
    path.remove(column);
    return request.alternatives().containsKey(column)
        ? Optional.empty()
        : Optional.of(new Group(request.by(list, path), column));
  }

  private List<Together> together(Group group, List<ReadRequest> members) {
    Map<Boolean, List<ReadRequest>> byFit =
        members.stream().collect(Collectors.partitioningBy(member -> fits(group, member)));
    List<ReadRequest> others = byFit.getOrDefault(false, List.of());
    boolean isOneUrl = group.list().method().equals(members.get(0).method());
    if (!others.isEmpty() && isOneUrl) {
      // One at least of these values needs the whole list, which has the rows of the others too.
      return List.of(Together.list(group, members));
    }
    List<Together> grouped = chunks(group, byFit.getOrDefault(true, List.of()));
    if (isOneUrl && grouped.size() > 1 && lists == Lists.WHOLE) {
      return List.of(Together.list(group, members));
    }
    others.forEach(other -> grouped.add(Together.alone(other)));
    return grouped;
  }

  /** Whether a filter can ask for the value of one request. */
  private boolean fits(Group group, ReadRequest member) {
    ReadRequest list = listOf(group, List.of(member));
    return list.method()
            .filtering()
            .map(filtering -> new FilterConditions(list, filtering))
            .flatMap(
                conditions ->
                    conditions.condition(
                        group.column(), Comparison.EQUAL, values(group, List.of(member))))
            .isPresent()
        && isShort(list);
  }

  private List<Together> chunks(Group group, List<ReadRequest> members) {
    int most =
        group
            .list()
            .method()
            .paging()
            .map(paging -> paging.size().most())
            .orElse(Integer.MAX_VALUE);
    List<Together> chunks = new ArrayList<>();
    int from = 0;
    while (from < members.size()) {
      int to = from + 1;
      while (to < members.size()
          && to - from < most
          && isShort(listOf(group, members.subList(from, to + 1)))) {
        to++;
      }
      List<ReadRequest> chunk = members.subList(from, to);
      chunks.add(chunk.size() == 1 ? Together.alone(chunk.get(0)) : Together.list(group, chunk));
      from = to;
    }
    return chunks;
  }

  private boolean isShort(ReadRequest list) {
    return urlLength.applyAsInt(list) < ReadUrl.MOST_LENGTH;
  }

  private static ReadRequest listOf(Group group, List<ReadRequest> members) {
    return group.list().withAlternatives(group.column(), values(group, members));
  }

  private static Set<Object> values(Group group, List<ReadRequest> members) {
    Set<Object> values = new LinkedHashSet<>();
    for (ReadRequest member : members) {
      values.add(Objects.requireNonNull(member.bindings().get(group.column())));
    }
    return values;
  }
}
