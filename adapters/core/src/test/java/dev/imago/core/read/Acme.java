package dev.imago.core.read;

import dev.imago.core.description.Argument;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.Filtering.Condition;
import dev.imago.core.description.Filtering.Grammar;
import dev.imago.core.description.Filtering.Kind;
import dev.imago.core.description.Masking;
import dev.imago.core.description.OrderTerm;
import dev.imago.core.description.Ordering;
import dev.imago.core.description.PageSize;
import dev.imago.core.description.Paging;
import dev.imago.core.description.PathTemplate;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TokenPaging;
import dev.imago.core.http.ServiceUrl;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import okhttp3.HttpUrl;

/** The tables of an invented service, {@code acme.compute}. */
final class Acme {
  static final Paging PAGES = pagesOf(500);

  /** Names and families may be equal to something, sizes less or greater too. */
  static final Filtering FILTER =
      new Filtering(
          Optional.of("filter"),
          Grammar.AIP160,
          OptionalInt.empty(),
          Map.of(
              "name", new Condition(Kind.EQUAL, false),
              "family", new Condition(Kind.EQUAL, false),
              "diskSizeGb", new Condition(Kind.ORDERED, false)));

  static final ReadMethod GET_IMAGE =
      new ReadMethod(
          "get",
          ReadMethod.Kind.GET,
          CallTemplate.of(PathTemplate.parse("projects/{project}/global/images/{name}")),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(Masking.by("fields")),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          List.of("acme.images.get"));

  static final ReadMethod LIST_IMAGES = listImages(PAGES, FILTER);

  /** Images: some scalars, a segment of a name, nested fields. */
  static final TableDescription IMAGES = images(LIST_IMAGES);

  /** The same with pages of two rows. */
  static final TableDescription IMAGES_IN_PAIRS = images(listImages(pagesOf(2), FILTER));

  static final ReadMethod AGGREGATED = aggregated(new ReadMethod.Scope("zone", "zones"));

  /** Operations of zones, in an aggregated list. */
  static final TableDescription OPERATIONS = operations("zone", AGGREGATED);

  /** Operations of regions, in the same list. */
  static final TableDescription REGION_OPERATIONS =
      operations("region", aggregated(new ReadMethod.Scope("region", "regions")));

  private Acme() {}

  private static Paging pagesOf(int most) {
    return new TokenPaging(
        "pageToken", "nextPageToken", new PageSize(Optional.of("maxResults"), most));
  }

  /** The list of images, in pages of another kind. */
  static ReadRequest images(Paging paging, String... columns) {
    return images(listImages(paging, FILTER), columns);
  }

  /** The list of images, by a filter of another kind. */
  static ReadRequest images(Filtering filtering, String... columns) {
    return images(listImages(PAGES, filtering), columns);
  }

  private static ReadRequest images(ReadMethod list, String... columns) {
    TableDescription images = images(list);
    return new ReadRequest(
        images,
        images.read("list").orElseThrow(),
        Map.of("project", "p"),
        columns(images, columns),
        List.of(),
        OptionalLong.empty());
  }

  /** The service at a certain address. */
  static ServiceUrl at(HttpUrl base) {
    String text = base.toString();
    String template = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return new ServiceUrl(PathTemplate.parse(template), Map.of(), "acme.compute.url");
  }

  private static ReadMethod aggregated(ReadMethod.Scope scope) {
    return new ReadMethod(
        "aggregated",
        ReadMethod.Kind.WIDER,
        CallTemplate.of(PathTemplate.parse("projects/{project}/aggregated/operations")),
        List.of("items", "*", "operations"),
        Optional.of(PAGES),
        Optional.empty(),
        Optional.of(
            new Filtering(
                Optional.of("filter"),
                Grammar.AIP160,
                OptionalInt.empty(),
                Map.of("name", new Condition(Kind.EQUAL, false)))),
        Optional.of(Masking.by("fields")),
        Optional.of(scope),
        Optional.of("unreachables"),
        Set.of(),
        List.of("acme.operations.list"));
  }

  private static TableDescription operations(String scope, ReadMethod aggregated) {
    return new TableDescription(
        "acme",
        "compute",
        scope + "_operations",
        "An operation.",
        List.of(
            column("project", Scalar.VARCHAR, new ColumnSource.RequestOnly()),
            column(scope, Scalar.VARCHAR, new ColumnSource.RequestOnly()),
            field("name", Scalar.VARCHAR),
            field("status", Scalar.VARCHAR),
            field("progress", Scalar.INTEGER)),
        List.of("project", scope, "name"),
        List.of(aggregated),
        Optional.empty(),
        Map.of(),
        Set.of(),
        List.of(),
        Optional.empty());
  }

  private static ReadMethod listImages(Paging paging, Filtering filtering) {
    return new ReadMethod(
        "list",
        ReadMethod.Kind.LIST,
        new CallTemplate(
            List.of(),
            PathTemplate.parse("projects/{project}/global/images"),
            constants("view", "FULL", "alt", "json"),
            Map.of()),
        List.of("items"),
        Optional.of(paging),
        Optional.of(new Ordering("orderBy", List.of(new OrderTerm("creationTimestamp", true)))),
        Optional.of(filtering),
        Optional.of(Masking.by("fields")),
        Optional.empty(),
        Optional.of("unreachable"),
        Set.of(),
        List.of("acme.images.list"));
  }

  private static TableDescription images(ReadMethod list) {
    return new TableDescription(
        "acme",
        "compute",
        "images",
        "An image.",
        List.of(
            column("project", Scalar.VARCHAR, new ColumnSource.RequestOnly()),
            field("name", Scalar.VARCHAR),
            field("id", Scalar.UINT64),
            field("family", Scalar.VARCHAR),
            field("diskSizeGb", Scalar.BIGINT),
            field("creationTimestamp", Scalar.TIMESTAMP),
            column(
                "zone", Scalar.VARCHAR, new ColumnSource.NameSegment(List.of("selfLink"), "zones")),
            field("labels", new ColumnType.MapOf(Scalar.VARCHAR))),
        List.of("project", "name"),
        List.of(GET_IMAGE, list),
        Optional.empty(),
        Map.of(),
        Set.of(),
        List.of(),
        Optional.empty());
  }

  static ColumnDescription field(String name, ColumnType type) {
    return column(name, type, new ColumnSource.JsonField(List.of(name)));
  }

  static ColumnDescription column(String name, ColumnType type, ColumnSource source) {
    return new ColumnDescription(
        name, type, "Says.", source, List.of(), Optional.empty(), false, false);
  }

  /** The images of a project, with these columns of theirs. */
  static ReadRequest images(String project, String... columns) {
    return new ReadRequest(
        IMAGES,
        LIST_IMAGES,
        Map.of("project", project),
        columns(IMAGES, columns),
        List.of(),
        OptionalLong.empty());
  }

  /** One image, with these columns of its. */
  static ReadRequest image(String project, String name, String... columns) {
    return new ReadRequest(
        IMAGES,
        GET_IMAGE,
        Map.of("project", project, "name", name),
        columns(IMAGES, columns),
        List.of(),
        OptionalLong.empty());
  }

  /** The operations in every zone of a project. */
  static ReadRequest operations(String project, String... columns) {
    return operations(OPERATIONS, project, columns);
  }

  /** The operations in every zone or region of a project. */
  static ReadRequest operations(TableDescription table, String project, String... columns) {
    return new ReadRequest(
        table,
        table.reads().get(0),
        Map.of("project", project),
        columns(table, columns),
        List.of(),
        OptionalLong.empty());
  }

  static ReadRequest limited(ReadRequest request, long limit) {
    return new ReadRequest(
        request.table(),
        request.method(),
        request.bindings(),
        request.columns(),
        request.order(),
        OptionalLong.of(limit));
  }

  static ReadRequest skippingUnknown(ReadRequest request) {
    return new ReadRequest(
        request.table(),
        request.method(),
        request.bindings(),
        request.alternatives(),
        request.predicates(),
        request.columns(),
        request.order(),
        request.limit(),
        true,
        false);
  }

  static List<ColumnDescription> columns(TableDescription table, String... names) {
    return Arrays.stream(names).map(name -> table.column(name).orElseThrow()).toList();
  }

  private static Map<String, Argument> constants(String... namesAndValues) {
    Map<String, Argument> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], new Argument.Constant(namesAndValues[i + 1]));
    }
    return map;
  }
}
