package dev.imago.core.description.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imago.core.description.Argument;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource.Constant;
import dev.imago.core.description.ColumnSource.JsonField;
import dev.imago.core.description.ColumnSource.NameSegment;
import dev.imago.core.description.ColumnSource.RequestOnly;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.ErrorMapping.Meaning;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.Filtering.Condition;
import dev.imago.core.description.Filtering.Grammar;
import dev.imago.core.description.MarkerPaging;
import dev.imago.core.description.Masking;
import dev.imago.core.description.OffsetPaging;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.Ordering;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.Paging;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ProviderDescription.Parameter;
import dev.imago.core.description.ProviderDescription.ServiceEntry;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.ReadMethod.Kind;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.TokenPaging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What good files become. */
final class DescriptionLoaderTest {
  private final ServiceDescription service = AcmeFiles.service(AcmeFiles.text("compute.yaml"));
  private final TableDescription zones = service.table("ZONES").orElseThrow();
  private final TableDescription disks = service.table("DISKS").orElseThrow();

  @Test
  void readsAProvider() {
    assertThat(AcmeFiles.provider(AcmeFiles.text("provider.yaml")))
        .isEqualTo(
            new ProviderDescription(
                "acme",
                "The cloud of these tests.",
                List.of(
                    new ServiceEntry(
                        "compute",
                        PathTemplate.parse("https://compute.acme.example/v1"),
                        Map.of(),
                        "Images and disks.")),
                List.of(
                    new Parameter(
                        "project",
                        Optional.empty(),
                        "Projects that stand in for a missing project."),
                    new Parameter(
                        "location",
                        Optional.empty(),
                        "Locations that stand in for a missing location.")),
                List.of("adc", "token", "none"),
                Optional.of("project")));
  }

  @Test
  void readsAService() {
    assertThat(service.provider()).isEqualTo("acme");
    assertThat(service.name()).isEqualTo("compute");
    assertThat(service.says()).isEqualTo("Images and disks.");
    assertThat(service.errors().shape()).isEqualTo("acme");
    assertThat(service.errors().meanings())
        .isEqualTo(Map.of("rateLimitExceeded", Meaning.THROTTLED, "badValue", Meaning.BAD_VALUE));
    assertThat(service.tables())
        .extracting(TableDescription::name)
        .containsExactly("zones", "disks", "operations");
  }

  @Test
  void readsATable() {
    assertThat(disks.qualifiedName()).isEqualTo("acme.compute.disks");
    assertThat(disks.says()).isEqualTo("One disk.");
    assertThat(disks.key()).containsExactly("project", "zone", "name");
    assertThat(disks.parent()).contains(new TableReference("compute", "zones"));
    assertThat(zones.parent()).isEmpty();
    assertThat(disks.columns())
        .extracting(ColumnDescription::name)
        .containsExactly(
            "project",
            "zone",
            "name",
            "id",
            "selfLink",
            "status",
            "labels",
            "steps",
            "source",
            "target",
            "requestId",
            "sizeGb",
            "type");
    assertThat(disks.readableColumns())
        .extracting(ColumnDescription::name)
        .doesNotContain("requestId");
  }

  @Test
  void findsEachColumnsSource() {
    assertThat(disks.column("project").orElseThrow().source()).isEqualTo(new RequestOnly());
    assertThat(disks.column("zone").orElseThrow().source())
        .isEqualTo(new NameSegment(List.of("zone"), NameSegment.LAST));
    assertThat(disks.column("name").orElseThrow().source())
        .isEqualTo(new JsonField(List.of("name")));
    assertThat(disks.column("target").orElseThrow().source())
        .isEqualTo(new JsonField(List.of("metadata", "target")));
    assertThat(zones.column("zone").orElseThrow().source())
        .isEqualTo(new JsonField(List.of("name")));
    assertThat(zones.column("region").orElseThrow().source()).isEqualTo(new Constant("moon"));
  }

  @Test
  void typesColumns() {
    RowOf key =
        new RowOf(
            List.of(
                new Field(
                    "kmsKeyName",
                    "kmsKeyName",
                    Scalar.VARCHAR,
                    "The key's name.",
                    List.of(),
                    false),
                new Field("rawKey", "rawKey", Scalar.VARCHAR, "The key itself.", List.of(), true)));
    RowOf step =
        new RowOf(
            List.of(
                new Field("name", "name", Scalar.VARCHAR, "The step's name.", List.of(), false),
                new Field(
                    "keys", "keys", new ArrayOf(key), "The keys of the step.", List.of(), false)));
    RowOf source =
        new RowOf(
            List.of(
                new Field("image", "image", Scalar.VARCHAR, "The image.", List.of(), false),
                new Field("at", "at", Scalar.TIMESTAMP, "The time.", List.of(), false)));
    assertThat(disks.column("name").orElseThrow().type()).isEqualTo(Scalar.VARCHAR);
    assertThat(disks.column("id").orElseThrow().type()).isEqualTo(Scalar.UINT64);
    assertThat(disks.column("labels").orElseThrow().type()).isEqualTo(new MapOf(Scalar.VARCHAR));
    assertThat(disks.column("steps").orElseThrow().type()).isEqualTo(new ArrayOf(step));
    assertThat(disks.column("source").orElseThrow().type()).isEqualTo(source);
  }

  @Test
  void readsWhatElseColumnsSay() {
    assertThat(disks.column("status").orElseThrow().values()).containsExactly("PENDING", "READY");
    assertThat(disks.column("target").orElseThrow().secret()).isTrue();
    assertThat(disks.column("name").orElseThrow().secret()).isFalse();
    assertThat(disks.column("requestId").orElseThrow().input()).isTrue();
    assertThat(disks.column("selfLink").orElseThrow().resource())
        .contains(PathTemplate.parse("projects/{project}/zones/{zone}/disks/{name}"));
  }

  @Test
  void takesTheColumnsThatATableDoesNotWriteFromItsShape() {
    assertThat(disks.column("sizeGb"))
        .contains(
            new ColumnDescription(
                "sizeGb",
                Scalar.BIGINT,
                "The size in GiB.",
                new JsonField(List.of("sizeGb")),
                List.of(),
                Optional.empty(),
                false,
                true));
    assertThat(disks.column("type").orElseThrow().values()).containsExactly("SSD", "HDD");
    assertThat(disks.column("zone").orElseThrow().says()).isEqualTo("The zone.");
  }

  @Test
  void readsAGetWithoutPages() {
    assertThat(disks.read("get").orElseThrow())
        .isEqualTo(
            new ReadMethod(
                "get",
                Kind.GET,
                CallTemplate.of(PathTemplate.parse("projects/{project}/zones/{zone}/disks/{name}")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Masking.by("fields")),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of("compute.disks.get")));
  }

  @Test
  void readsAListWithPagesOfItsOwn() {
    ReadMethod list = disks.read("list").orElseThrow();
    assertThat(list)
        .isEqualTo(
            new ReadMethod(
                "list",
                Kind.LIST,
                new CallTemplate(
                    List.of(),
                    PathTemplate.parse("projects/{project}/zones/{zone}/disks"),
                    Map.of(
                        "view",
                        new Argument.Constant("full"),
                        "alt",
                        new Argument.Constant("json")),
                    Map.of()),
                List.of("items"),
                Optional.of(new TokenPaging("page", "next", new PageSize(Optional.of("size"), 10))),
                Optional.of(
                    new Ordering(
                        "orderBy",
                        List.of(new OrderTerm("name", false), new OrderTerm("id", true)))),
                Optional.of(
                    new Filtering(
                        Optional.of("filter"),
                        Grammar.AIP160,
                        OptionalInt.empty(),
                        Map.of(
                            "name",
                            new Condition(Filtering.Kind.EQUAL, false),
                            "status",
                            new Condition(Filtering.Kind.EQUAL, true),
                            "id",
                            new Condition(Filtering.Kind.ORDERED, false)))),
                Optional.of(Masking.by("fields")),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of("compute.disks.list")));
    assertThat(list.call().query().keySet()).containsExactly("view", "alt");
  }

  @Test
  void readsAWiderListWithItsScope() {
    ReadMethod aggregated = disks.read("aggregated").orElseThrow();
    assertThat(aggregated.kind()).isEqualTo(Kind.WIDER);
    assertThat(aggregated.rows()).containsExactly("items", ReadMethod.EVERY_ENTRY, "disks");
    assertThat(aggregated.scope()).contains(new ReadMethod.Scope("zone", "zones"));
    assertThat(aggregated.unreachable()).contains("unreachables");
    assertThat(aggregated.paging())
        .contains(
            new TokenPaging(
                "pageToken", "nextPageToken", new PageSize(Optional.of("maxResults"), 500)));
  }

  @Test
  void readsEveryKindOfPages() {
    assertThat(paging("{token: t, next: n, size: {most: 7}}"))
        .isEqualTo(new TokenPaging("t", "n", new PageSize(Optional.empty(), 7)));
    assertThat(paging("{marker: m, from: meta.id, size: {parameter: limit, most: 500}}"))
        .isEqualTo(
            new MarkerPaging("m", List.of("meta", "id"), new PageSize(Optional.of("limit"), 500)));
    assertThat(paging("{offset: o, total: count, size: {parameter: limit, most: 100}}"))
        .isEqualTo(
            new OffsetPaging("o", Optional.of("count"), new PageSize(Optional.of("limit"), 100)));
    assertThat(paging("{offset: o, size: {parameter: limit, most: 100}}"))
        .isEqualTo(
            new OffsetPaging("o", Optional.empty(), new PageSize(Optional.of("limit"), 100)));
  }

  @Test
  void readsEveryGrammar() {
    String pushed = "{equal: [name, status], ordered: [id], exact: [status]}";
    String list = "        pages: {token: page,";
    String text =
        AcmeFiles.text("compute.yaml")
            .replace(pushed, "{equal: [name], times: [made], exact: [name]}")
            .replace(
                "    shape: Disk",
                "      made: {type: timestamp, says: When it was made.}\n    shape: Disk")
            .replace(list, "        filter: {grammar: parameters}\n" + list);
    assertThat(filtering(text))
        .isEqualTo(
            new Filtering(
                Optional.empty(),
                Grammar.PARAMETERS,
                OptionalInt.empty(),
                Map.of(
                    "name",
                    new Condition(Filtering.Kind.EQUAL, true),
                    "made",
                    new Condition(Filtering.Kind.TIME, false))));
    String equalities =
        AcmeFiles.text("compute.yaml")
            .replace(pushed, "{equal: [name]}")
            .replace(
                list, "        filter: {parameter: f, grammar: equalities, most: 1000}\n" + list);
    assertThat(filtering(equalities))
        .isEqualTo(
            new Filtering(
                Optional.of("f"),
                Grammar.EQUALITIES,
                OptionalInt.of(1000),
                Map.of("name", new Condition(Filtering.Kind.EQUAL, false))));
  }

  private static Filtering filtering(String text) {
    return AcmeFiles.service(text)
        .table("disks")
        .flatMap(table -> table.read("list"))
        .flatMap(ReadMethod::filtering)
        .orElseThrow();
  }

  private static Paging paging(String pages) {
    String text =
        AcmeFiles.text("compute.yaml")
            .replace("{token: page, next: next, size: {parameter: size, most: 10}}", pages);
    return AcmeFiles.service(text)
        .table("disks")
        .flatMap(table -> table.read("list"))
        .flatMap(ReadMethod::paging)
        .orElseThrow();
  }

  @Test
  void noneTakesAwayWhatTheFileGives() {
    ReadMethod list = zones.read("list").orElseThrow();
    assertThat(list.paging()).isEmpty();
    assertThat(list.mask()).isEmpty();
    assertThat(disks.read("aggregated").orElseThrow().filtering()).isEmpty();
  }

  @Test
  void aTableHasTheDefaultsOfItsParameters() {
    assertThat(zones.defaults()).isEqualTo(Map.of("project", "acme.project"));
    assertThat(disks.defaults())
        .isEqualTo(Map.of("project", "acme.project", "zone", "acme.location"));
  }
}
