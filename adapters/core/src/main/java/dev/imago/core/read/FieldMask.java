package dev.imago.core.read;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.Masking;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.row.ColumnOrigin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that a request wants, in Google's partial response syntax: {@code
 * items(name,family),nextPageToken}.
 */
final class FieldMask {
  /** What an entry of an aggregated list says when it could not be read. */
  private static final String ENTRY_WARNING = "warning/code";

  private FieldMask() {}

  /**
   * The mask; empty when the method takes none, when every field of the table is wanted, and when
   * one is that no mask can name.
   */
  static Optional<String> of(ReadRequest request) {
    Optional<Masking> masking = request.method().mask();
    if (masking.isEmpty()) {
      return Optional.empty();
    }
    Set<String> offered = fields(request, request.table().readableColumns().stream());
    Set<String> needed = fields(request, request.decodedColumns().stream());
    if (isRowOfError(request, needed)) {
      smallest(request).ifPresent(needed::add);
    }
    Set<String> wanted = new LinkedHashSet<>(offered);
    wanted.retainAll(needed);
    request.method().paging().map(Paging::rowField).stream()
        .flatMap(path -> path.stream().limit(1))
        .forEach(wanted::add);
    if (wanted.isEmpty()) {
      smallest(request).ifPresent(wanted::add);
    }
    // Without any field there would be no row to count; with all of them a mask says nothing.
    if (wanted.isEmpty()
        || wanted.containsAll(offered)
        || !Collections.disjoint(wanted, masking.get().unknown())) {
      return Optional.empty();
    }
    return Optional.of(mask(request.method(), String.join(",", wanted)));
  }

  /** In the order of the description, so that equal wishes have equal masks. */
  private static Set<String> fields(ReadRequest request, Stream<ColumnDescription> columns) {
    return topFields(columns, request.method(), request.bindings())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> topFields(
      Stream<ColumnDescription> columns, ReadMethod method, Map<String, Object> bindings) {
    return columns
        .map(column -> ColumnOrigin.of(column, method.scope(), bindings))
        .filter(ColumnOrigin.FromField.class::isInstance)
        .map(origin -> ((ColumnOrigin.FromField) origin).topField());
  }

  /**
   * Whether the row of a get could be the error of an operation alone, which nobody could tell from
   * an error of the call.
   */
  private static boolean isRowOfError(ReadRequest request, Set<String> needed) {
    return request.method().rows().isEmpty()
        && request.table().settling().stream()
            .flatMap(settling -> settling.errorCode().stream().limit(1))
            .flatMap(column -> request.table().column(column).stream())
            .flatMap(column -> column.source().path().stream().limit(1))
            .anyMatch(needed::contains);
  }

  /** One field that every row has: the first key column's, else the first column's. */
  private static Optional<String> smallest(ReadRequest request) {
    Stream<ColumnDescription> keys =
        request.table().key().stream().flatMap(key -> request.table().column(key).stream());
    Stream<ColumnDescription> columns =
        Stream.concat(keys, request.table().readableColumns().stream());
    return topFields(columns, request.method(), Map.of()).findFirst();
  }

  private static String mask(ReadMethod method, String fields) {
    if (method.rows().isEmpty()) {
      return fields;
    }
    List<String> parts = new ArrayList<>();
    parts.add(String.join("/", method.rows()) + "(" + fields + ")");
    int everyEntry = method.rows().lastIndexOf(ReadMethod.EVERY_ENTRY);
    if (everyEntry >= 0) {
      parts.add(String.join("/", method.rows().subList(0, everyEntry + 1)) + "/" + ENTRY_WARNING);
    }
    method.paging().flatMap(Paging::answerField).ifPresent(parts::add);
    method.unreachable().ifPresent(parts::add);
    return String.join(",", parts);
  }
}
