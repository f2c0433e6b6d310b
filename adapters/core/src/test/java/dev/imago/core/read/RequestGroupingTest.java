package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.Comparison;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.Filtering.Condition;
import dev.imago.core.description.Filtering.Grammar;
import dev.imago.core.description.Filtering.Kind;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.TableDescription;
import dev.imago.core.read.RequestGrouping.Lists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class RequestGroupingTest {
  private static final HttpUrl BASE = HttpUrl.get("https://compute.acme.test/compute/v1");

  private static List<ReadRequest> group(List<ReadRequest> requests) {
    return group(requests, Lists.APART);
  }

  private static List<ReadRequest> group(List<ReadRequest> requests, Lists lists) {
    return new RequestGrouping(request -> new ReadUrl(request, Acme.at(BASE)).wantedLength(), lists)
        .group(requests).stream().map(RequestGrouping.Together::request).toList();
  }

  @Test
  void getsOfOneParentBecomeAList() {
    assertThat(group(List.of(get("p", "a"), get("p", "b"), get("p", "a"))))
        .containsExactly(list("p", "a", "b"));
  }

  @Test
  void aGetThatIsAloneStaysAGet() {
    assertThat(group(List.of(get("p", "a")))).containsExactly(get("p", "a"));
    assertThat(group(List.of(get("p", "a"), get("q", "a"), get("p", "a"))))
        .containsExactly(get("p", "a"), get("q", "a"));
  }

  @Test
  void everyParentHasItsList() {
    assertThat(
            group(
                List.of(get("p", "a"), get("q", "a"), get("p", "b"), get("r", "c"), get("q", "d"))))
        .containsExactly(list("p", "a", "b"), list("q", "a", "d"), get("r", "c"));
  }

  @Test
  void whatAFilterCannotHoldStaysAGet() {
    assertThat(
            group(
                List.of(get("p", "a"), get("p", "b*"), get("p", "c"), get("p", "x".repeat(2_000)))))
        .containsExactly(list("p", "a", "c"), get("p", "b*"), get("p", "x".repeat(2_000)));
  }

  @Test
  void urlsStayShortAndPagesFull() {
    List<ReadRequest> gets = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      gets.add(get("p", "image-of-some-length-" + i));
    }
    List<ReadRequest> lists = group(gets);
    assertThat(lists).allMatch(list -> url(list).length() < ReadUrl.MOST_LENGTH);
    assertThat(lists.stream().flatMap(list -> names(list).stream()))
        .hasSize(1_000)
        .doesNotHaveDuplicates();
    assertThat(lists.subList(0, lists.size() - 1))
        .allMatch(list -> url(list).length() > ReadUrl.MOST_LENGTH - 100);
  }

  @Test
  void noListHasMoreKeysThanAPage() {
    List<ReadRequest> gets =
        Stream.of("a", "b", "c").map(name -> get(Acme.IMAGES_IN_PAIRS, name)).toList();
    assertThat(group(gets).stream().map(RequestGroupingTest::names))
        .containsExactly(Set.of("a", "b"), Set.of("c"));
  }

  @Test
  void predicatesAndLimitGoAlong() {
    Predicate predicate = family("debian");
    assertThat(
            group(
                Stream.of("a", "b")
                    .map(name -> with(get("p", name), predicate, List.of(), OptionalLong.of(7)))
                    .toList()))
        .containsExactly(with(list("p", "a", "b"), predicate, List.of(), OptionalLong.of(7)));
  }

  @Test
  void anOrderThatTheListLacksGoesAndTheLimitWithIt() {
    Predicate predicate = family("debian");
    List<OrderTerm> newest = List.of(new OrderTerm("creationTimestamp", true));
    List<OrderTerm> byName = List.of(new OrderTerm("name", true));
    OptionalLong limit = OptionalLong.of(1);
    ReadRequest a = get("p", "a");
    ReadRequest b = get("p", "b");
    assertThat(group(List.of(with(a, predicate, newest, limit), with(b, predicate, newest, limit))))
        .containsExactly(with(list("p", "a", "b"), predicate, newest, limit));
    assertThat(group(List.of(with(a, predicate, byName, limit), with(b, predicate, byName, limit))))
        .containsExactly(with(list("p", "a", "b"), predicate, List.of(), OptionalLong.empty()));
  }

  @Test
  void requestsOfDifferentRowsStayApart() {
    ReadRequest other = with(get("p", "b"), family("x"), List.of(), OptionalLong.empty());
    assertThat(group(List.of(get("p", "a"), other))).containsExactly(get("p", "a"), get("p", "b"));
  }

  @Test
  void listsOfOneUrlBecomeOne() {
    assertThat(group(List.of(operations("a"), operations("b"))))
        .containsExactly(Acme.operations("p", "name").withAlternatives("name", Set.of("a", "b")));
    // Where one of the values needs the whole list, nothing is filtered.
    assertThat(group(List.of(operations("a"), operations("b*"))))
        .singleElement()
        .satisfies(list -> assertThat(url(list)).doesNotContain("filter"))
        .returns(Set.of("a", "b*"), RequestGroupingTest::names);
  }

  @Test
  void listsOfOneUrlWhoseValuesAreTooLongBecomeAWholeOne() {
    List<ReadRequest> lists =
        Stream.of("a", "b", "c").map(name -> operations(name.repeat(800))).toList();
    assertThat(group(lists)).hasSize(2);
    assertThat(group(lists, Lists.WHOLE))
        .singleElement()
        .satisfies(list -> assertThat(url(list)).doesNotContain("filter"))
        .satisfies(list -> assertThat(names(list)).hasSize(3));
  }

  @Test
  void aGrammarWithoutAlternativesGroupsNothing() {
    ReadRequest list =
        Acme.images(
            new Filtering(
                Optional.empty(),
                Grammar.PARAMETERS,
                OptionalInt.empty(),
                Map.of("name", new Condition(Kind.EQUAL, false))),
            "name");
    List<ReadRequest> gets = List.of(get(list.table(), "a"), get(list.table(), "b"));
    assertThat(group(gets)).isEqualTo(gets);

    List<ReadRequest> lists =
        Stream.of("a", "b")
            .map(name -> list.by(list.method(), Map.of("project", "p", "name", name)))
            .toList();
    assertThat(group(lists)).isEqualTo(lists);
    assertThat(group(lists, Lists.WHOLE))
        .containsExactly(list.withAlternatives("name", Set.of("a", "b")));
    // Families are in no filter: one list has the rows of both.
    assertThat(
            group(
                Stream.of("a", "b")
                    .map(family -> list.by(list.method(), Map.of("project", "p", "family", family)))
                    .toList()))
        .containsExactly(list.withAlternatives("family", Set.of("a", "b")));
  }

  @Test
  void placeholdersAreGroupedAsValues() {
    assertThat(
            group(
                List.of(
                    Acme.image("p", "a", "name"),
                    new ReadRequest(
                        Acme.IMAGES,
                        Acme.GET_IMAGE,
                        Map.of("project", "p", "name", new Placeholder("?0")),
                        Acme.columns(Acme.IMAGES, "name"),
                        List.of(),
                        OptionalLong.empty()))))
        .singleElement()
        .satisfies(
            list ->
                assertThat(new ReadUrl(list, Acme.at(BASE)).describe())
                    .contains("?view=FULL&alt=json&filter=")
                    .contains("filter=(name%20%3D%20%22a%22)%20OR%20(name%20%3D%20?0)&"));
  }

  private static ReadRequest get(String project, String name) {
    return Acme.image(project, name, "name", "family");
  }

  private static ReadRequest get(TableDescription table, String name) {
    return new ReadRequest(
        table,
        Acme.GET_IMAGE,
        Map.of("project", "p", "name", name),
        Acme.columns(table, "name"),
        List.of(),
        OptionalLong.empty());
  }

  private static ReadRequest list(String project, String... names) {
    return Acme.images(project, "name", "family")
        .withAlternatives("name", Set.of((Object[]) names));
  }

  private static ReadRequest operations(String name) {
    ReadRequest all = Acme.operations("p", "name");
    Map<String, Object> bindings = new LinkedHashMap<>(all.bindings());
    bindings.put("name", name);
    return all.by(all.method(), bindings);
  }

  private static ReadRequest with(
      ReadRequest request, Predicate predicate, List<OrderTerm> order, OptionalLong limit) {
    return new ReadRequest(
        request.table(),
        request.method(),
        request.bindings(),
        request.alternatives(),
        List.of(predicate),
        request.columns(),
        order,
        limit);
  }

  private static Predicate family(String family) {
    return new Predicate("family", Comparison.EQUAL, List.of(family));
  }

  private static Set<Object> names(ReadRequest request) {
    Set<Object> several = request.alternatives().get("name");
    return several == null ? Set.of(request.bindings().get("name")) : several;
  }

  private static String url(ReadRequest request) {
    return new ReadUrl(request, Acme.at(BASE)).page(Optional.empty()).toString();
  }
}
