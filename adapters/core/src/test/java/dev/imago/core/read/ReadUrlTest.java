package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.description.Argument;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.Comparison;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.Filtering.Condition;
import dev.imago.core.description.Filtering.Grammar;
import dev.imago.core.description.Filtering.Kind;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadUrlTest {
  private static final String BASE = "https://compute.acme.test/compute/v1";
  private static final Filtering PARAMETERS =
      new Filtering(
          Optional.empty(),
          Grammar.PARAMETERS,
          OptionalInt.empty(),
          Map.of(
              "name", new Condition(Kind.EQUAL, false),
              "family", new Condition(Kind.EQUAL, false),
              "creationTimestamp", new Condition(Kind.TIME, false)));

  @Test
  void parametersComeInOneOrder() {
    ReadRequest request =
        new ReadRequest(
            Acme.IMAGES,
            Acme.LIST_IMAGES,
            Map.of("project", "p"),
            Acme.columns(Acme.IMAGES, "family", "name"),
            List.of(new OrderTerm("creationTimestamp", true)),
            OptionalLong.empty());

    assertThat(url(request, Optional.of("t/1=")))
        .isEqualTo(
            BASE
                + "/projects/p/global/images?view=FULL&alt=json"
                + "&fields=items(name,family),nextPageToken,unreachable"
                + "&orderBy=creationTimestamp%20desc&maxResults=500&pageToken=t/1%3D");
  }

  @Test
  void conditionsComeInOneOrderAheadOfTheMask() {
    Predicate size = new Predicate("diskSizeGb", Comparison.GREATER, List.of(10L));
    Predicate notTooLarge = new Predicate("diskSizeGb", Comparison.LESS, List.of(99L));
    Predicate family = new Predicate("family", Comparison.EQUAL, List.of("a", "b"));
    ReadRequest named = Acme.images("p", "name").withAlternatives("name", Set.of("x"));

    String expected =
        "?view=FULL&alt=json&filter="
            + "(name%20%3D%20%22x%22)"
            + "%20((family%20%3D%20%22a%22)%20OR%20(family%20%3D%20%22b%22))"
            + "%20(diskSizeGb%20%3E%2010)%20(diskSizeGb%20%3C%2099)"
            + "&fields=items(name),";
    assertThat(url(asking(named, size, family, notTooLarge), Optional.empty())).contains(expected);
    assertThat(url(asking(named, notTooLarge, size, family), Optional.of("t"))).contains(expected);
  }

  @Test
  void whatIsNotDeclaredIsNotAskedFor() {
    assertThat(
            url(
                asking(
                    Acme.images("p", "name"),
                    new Predicate("id", Comparison.EQUAL, List.of(7L)),
                    new Predicate("family", Comparison.LESS, List.of("a"))),
                Optional.empty()))
        .doesNotContain("filter");
    assertThat(
            url(
                asking(
                    Acme.image("p", "i", "name"),
                    new Predicate("family", Comparison.EQUAL, List.of("a"))),
                Optional.empty()))
        .doesNotContain("filter");
  }

  @Test
  void aConditionWithAValueThatCannotBeWrittenIsNotAskedFor() {
    assertThat(
            url(
                asking(
                    Acme.images("p", "name"),
                    new Predicate("family", Comparison.EQUAL, List.of("a", "b*")),
                    new Predicate("name", Comparison.EQUAL, List.of("n"))),
                Optional.empty()))
        .contains("&filter=(name%20%3D%20%22n%22)&");
  }

  @Test
  void aConditionThatMakesTheUrlTooLongIsNotAskedFor() {
    assertThat(
            url(
                asking(
                    Acme.images("p", "name"),
                    new Predicate("name", Comparison.EQUAL, List.of("n".repeat(2_000))),
                    new Predicate("family", Comparison.EQUAL, List.of("f"))),
                Optional.empty()))
        .contains("&filter=(family%20%3D%20%22f%22)&");
  }

  @Test
  void aBindingBesideThePathIsAskedFor() {
    ReadRequest operations = Acme.operations("p", "name");
    ReadRequest one = operations.by(operations.method(), Map.of("project", "p", "name", "op-1"));
    assertThat(url(one, Optional.empty()))
        .startsWith(
            BASE + "/projects/p/aggregated/operations?filter=(name%20%3D%20%22op-1%22)&fields=");
  }

  @Test
  void equalitiesAreOneText() {
    ReadRequest images = Acme.images(equalities(OptionalInt.of(40)), "name");
    Predicate family = new Predicate("family", Comparison.EQUAL, List.of("\"d\\"));

    assertThat(url(asking(images.withAlternatives("name", Set.of("a")), family), Optional.empty()))
        .contains(
            "&alt=json&filter=name%3D%22a%22%20AND%20family%3D%22%5C%22d%5C%5C%22&fields=items(");
    assertThat(
            url(
                asking(
                    images,
                    new Predicate("name", Comparison.EQUAL, List.of("a".repeat(34))),
                    new Predicate("family", Comparison.EQUAL, List.of("b"))),
                Optional.empty()))
        .contains("&filter=family%3D%22b%22&");
  }

  @Test
  void severalValuesNeedAGrammarThatHasThem() {
    Predicate names = new Predicate("name", Comparison.EQUAL, List.of("a", "b"));
    Predicate family = new Predicate("family", Comparison.EQUAL, List.of("d"));
    ReadRequest equalities = asking(Acme.images(equalities(OptionalInt.empty())), names, family);
    ReadRequest parameters = asking(Acme.images(PARAMETERS), names, family);

    assertThat(url(equalities, Optional.empty())).contains("&filter=family%3D%22d%22&");
    assertThat(url(parameters, Optional.empty())).contains("&family=d&").doesNotContain("name=");
    assertThat(new ReadUrl(parameters, Acme.at(HttpUrl.get(BASE))).asked()).containsExactly(family);
  }

  @Test
  void eachConditionMayBeAParameterOfItsOwn() {
    ReadRequest request =
        asking(
            Acme.images(PARAMETERS, "id"),
            new Predicate("creationTimestamp", Comparison.LESS, List.of(1_540_720_801_000L)),
            new Predicate("creationTimestamp", Comparison.GREATER, List.of(1_540_720_800_500L)),
            new Predicate("name", Comparison.EQUAL, List.of("a&b=c")));

    assertThat(url(request, Optional.empty()))
        .contains(
            "?view=FULL&alt=json&name=a%26b%3Dc&creationTimestamp=gte:2018-10-28T10:00:00Z&fields=");
    assertThat(new ReadUrl(request, Acme.at(HttpUrl.get(BASE))).asked())
        .containsExactlyInAnyOrder(request.predicates().get(1), request.predicates().get(2));
  }

  @Test
  void anUpperBoundIsSentWhereThereIsNoLowerOne() {
    assertThat(
            url(
                asking(
                    Acme.images(PARAMETERS, "id"),
                    new Predicate(
                        "creationTimestamp", Comparison.LESS, List.of(1_540_720_800_500L))),
                Optional.empty()))
        .contains("&creationTimestamp=lte:2018-10-28T10:00:01Z&");
  }

  @Test
  void aParameterThatIsAlwaysSentIsNotSentTwice() {
    Filtering view =
        new Filtering(
            Optional.empty(),
            Grammar.PARAMETERS,
            OptionalInt.empty(),
            Map.of("name", new Condition(Kind.EQUAL, false)));
    ReadMethod list = Acme.LIST_IMAGES;
    ReadMethod named =
        new ReadMethod(
            list.name(),
            list.kind(),
            new CallTemplate(
                List.of(),
                list.call().path(),
                Map.of("name", new Argument.Constant("always")),
                Map.of()),
            list.rows(),
            list.paging(),
            list.ordering(),
            Optional.of(view),
            list.mask(),
            list.scope(),
            list.unreachable(),
            list.lacks(),
            list.permissions());
    ReadRequest request = Acme.images("p", "id").by(named, Map.of("project", "p"));
    assertThat(
            url(
                asking(request, new Predicate("name", Comparison.EQUAL, List.of("a"))),
                Optional.empty()))
        .contains("?name=always&fields=");
  }

  @Test
  void theLimitMakesPagesSmallerOnlyWhereTheApiLeavesOutTheOtherRows() {
    ReadRequest sent = Acme.images("p", "name").withAlternatives("name", Set.of("a", "b"));
    ReadRequest unsent = Acme.images("p", "name").withAlternatives("name", Set.of("a", "b*"));
    ReadRequest several =
        Acme.images(PARAMETERS, "name").withAlternatives("name", Set.of("a", "b"));

    assertThat(url(limitedToOne(sent), Optional.empty())).endsWith("&maxResults=1");
    assertThat(url(limitedToOne(unsent), Optional.empty())).endsWith("&maxResults=500");
    assertThat(url(limitedToOne(several), Optional.empty())).endsWith("&maxResults=500");
  }

  private static ReadRequest limitedToOne(ReadRequest request) {
    return new ReadRequest(
        request.table(),
        request.method(),
        request.bindings(),
        request.alternatives(),
        request.predicates(),
        request.columns(),
        request.order(),
        OptionalLong.of(1));
  }

  private static Filtering equalities(OptionalInt most) {
    return new Filtering(
        Optional.of("filter"),
        Grammar.EQUALITIES,
        most,
        Map.of(
            "name", new Condition(Kind.EQUAL, false), "family", new Condition(Kind.EQUAL, false)));
  }

  private static ReadRequest asking(ReadRequest request, Predicate... predicates) {
    return new ReadRequest(
        request.table(),
        request.method(),
        request.bindings(),
        request.alternatives(),
        List.of(predicates),
        request.columns(),
        request.order(),
        request.limit());
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "500, 500", "501, 500", "1, 1"})
  void pageIsNoLargerThanTheLimit(long limit, long size) {
    assertThat(url(Acme.limited(Acme.images("p", "name"), limit), Optional.empty()))
        .endsWith("&maxResults=" + size);
  }

  @Test
  void getHasNeitherPagesNorConstants() {
    assertThat(url(Acme.image("p", "debian", "name", "family"), Optional.empty()))
        .isEqualTo(BASE + "/projects/p/global/images/debian?fields=name,family");
  }

  @Test
  void maskOfAnAggregatedListKeepsTheWarningOfEachEntry() {
    assertThat(url(Acme.operations("p", "zone", "name", "status"), Optional.empty()))
        .isEqualTo(
            BASE
                + "/projects/p/aggregated/operations"
                + "?fields=items/*/operations(name,status),items/*/warning/code"
                + ",nextPageToken,unreachables&maxResults=500");
  }

  @Test
  void rowsAloneStillNeedAField() {
    assertThat(url(Acme.images("p"), Optional.empty()))
        .contains("&fields=items(name),nextPageToken,unreachable&");
    assertThat(url(Acme.images("p", "project"), Optional.empty()))
        .contains("&fields=items(name),nextPageToken,unreachable&");
    assertThat(url(Acme.image("p", "i"), Optional.empty())).endsWith("?fields=name");
  }

  @Test
  void maskTakesTheWholeTopField() {
    assertThat(url(Acme.images("p", "zone"), Optional.empty())).contains("fields=items(selfLink),");
  }

  @Test
  void everyFieldNeedsNoMask() {
    String[] all = {
      "project", "name", "id", "family", "diskSizeGb", "creationTimestamp", "zone", "labels"
    };
    assertThat(url(Acme.images("p", all), Optional.empty())).doesNotContain("fields");
    assertThat(url(Acme.image("p", "i", all), Optional.empty())).doesNotContain("fields");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b|a%2Fb",
        "a b|a%20b",
        "it's|it%27s",
        "\"q\"|%22q%22",
        "Zürich|Z%C3%BCrich",
        "образ|%D0%BE%D0%B1%D1%80%D0%B0%D0%B7",
        "a?b#c|a%3Fb%23c",
        "100%|100%25",
        "..x|..x",
        "a:b|a%3Ab",
        "\\|%5C"
      })
  void valueIsOneSegment(String value, String segment) {
    assertThat(url(Acme.image("p", value, "name"), Optional.empty()))
        .isEqualTo(BASE + "/projects/p/global/images/" + segment + "?fields=name");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void dotsAreNoValue(String dots) {
    assertThatThrownBy(() -> url(Acme.images(dots, "name"), Optional.empty()))
        .isInstanceOfSatisfying(
            ImagoException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
        .hasMessage("acme.compute.images: \"" + dots + "\" is no value for one of project");
  }

  @Test
  void encodedDotsStayAValue() {
    // The percent sign is encoded, so the service reads the three characters "%2e".
    assertThat(url(Acme.images("%2e%2e", "name"), Optional.empty()))
        .startsWith(BASE + "/projects/%252e%252e/global/images?");
  }

  @Test
  void baseMayHaveNoPath() {
    HttpUrl base = HttpUrl.get("http://127.0.0.1:8080");
    assertThat(new ReadUrl(Acme.image("p", "i", "family"), Acme.at(base)).page(Optional.empty()))
        .hasToString("http://127.0.0.1:8080/projects/p/global/images/i?fields=name,family");
  }

  @Test
  void descriptionShowsPlaceholdersAsTheyAre() {
    ReadRequest request =
        new ReadRequest(
            Acme.IMAGES,
            Acme.GET_IMAGE,
            Map.of("project", "a b", "name", new Placeholder("<d.sourceImage>?0")),
            Acme.columns(Acme.IMAGES, "name", "family"),
            List.of(),
            OptionalLong.empty());

    assertThat(new ReadUrl(request, Acme.at(HttpUrl.get(BASE))).describe())
        .isEqualTo(
            "GET " + BASE + "/projects/a%20b/global/images/<d.sourceImage>?0?fields=name,family");
  }

  private static String url(ReadRequest request, Optional<String> token) {
    return new ReadUrl(request, Acme.at(HttpUrl.get(BASE))).page(token).toString();
  }
}
