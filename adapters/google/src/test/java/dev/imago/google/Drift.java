package dev.imago.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource;
import dev.imago.core.description.Filtering;
import dev.imago.core.description.Masking;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ReadMethod;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.google.DiscoveryDocument.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every difference between a service's description and Google's own, one line each. */
final class Drift {
  private final DiscoveryDocument document;
  private final List<String> differences = new ArrayList<>();

  private Drift(DiscoveryDocument document) {
    this.document = document;
  }

  static List<String> of(ServiceDescription service, DiscoveryDocument document) {
    Drift drift = new Drift(document);
    service.tables().forEach(drift::table);
    return drift.differences;
  }

  private void table(TableDescription table) {
    Set<JsonNode> schemas = new LinkedHashSet<>();
    for (ReadMethod read : table.reads()) {
      String place = table.qualifiedName() + "." + read.name();
      Optional<Method> method = document.method("GET", read.call().path().toString());
      if (method.isPresent()) {
        schemas.add(read(place, read, method.get()));
      } else {
        differences.add(place + ": no method has the path");
      }
    }
    if (schemas.size() != 1) {
      differences.add(table.qualifiedName() + ": the reads answer different schemas");
    }
    columns(table, schemas.iterator().next());
    new WriteDrift(document, table, differences).compare();
  }

  /** Compares a read with its method; answers the schema of a row. */
  private JsonNode read(String place, ReadMethod read, Method method) {
    path(place, read, method);
    parameters(place, read, method);
    JsonNode answer = document.answer(method);
    read.paging()
        .flatMap(Paging::answerField)
        .ifPresent(field -> expectField(place, answer, field));
    read.unreachable().ifPresent(field -> expectField(place, answer, field));
    JsonNode row = answer;
    for (String step : read.rows()) {
      JsonNode next =
          step.equals(ReadMethod.EVERY_ENTRY)
              ? row.path("additionalProperties")
              : row.path("properties").path(step);
      row = document.resolve(next.has("items") ? next.get("items") : next);
    }
    return row;
  }

  private void path(String place, ReadMethod read, Method method) {
    List<String> ours = List.of(read.call().path().toString().split("/", -1));
    List<String> documented = method.segments();
    for (int i = 0; i < documented.size(); i++) {
      if (!documented.get(i).equals(ours.get(i))) {
        differences.add(place + ": " + ours.get(i) + " stands for " + documented.get(i));
      }
    }
  }

  private void parameters(String place, ReadMethod read, Method method) {
    Set<String> sent = new LinkedHashSet<>(read.call().query().keySet());
    read.mask().map(Masking::parameter).ifPresent(sent::add);
    read.filtering().flatMap(Filtering::parameter).ifPresent(sent::add);
    read.ordering().ifPresent(ordering -> sent.add(ordering.parameter()));
    read.paging()
        .ifPresent(
            paging -> {
              sent.add(paging.parameter());
              paging.size().parameter().ifPresent(sent::add);
            });
    for (String parameter : sent) {
      if (!method.query().contains(parameter) && !document.isCommonParameter(parameter)) {
        differences.add(place + ": the parameter " + parameter + " is not documented");
      }
    }
    for (String parameter : method.query()) {
      if (!sent.contains(parameter)) {
        differences.add(place + ": the parameter " + parameter + " is not sent");
      }
    }
  }

  private void expectField(String place, JsonNode answer, String field) {
    if (!answer.path("properties").has(field)) {
      differences.add(place + ": the answer has no " + field);
    }
  }

  private void columns(TableDescription table, JsonNode schema) {
    Set<String> seen = new LinkedHashSet<>();
    for (ColumnDescription column : table.columns()) {
      String place = table.qualifiedName() + "." + column.name();
      if (WriteDrift.isParameter(table, column)) {
        continue;
      }
      if (column.source() instanceof ColumnSource.JsonField field) {
        seen.add(field.path().get(0));
        column(place, column, field.path(), schema);
      } else if (column.source() instanceof ColumnSource.NameSegment segment) {
        seen.add(segment.path().get(0));
        differences.add(
            place + ": is the segment " + segment.collection() + " of " + segment.path());
      } else {
        differences.add(place + ": is no field");
      }
    }
    for (String field : fieldNames(schema)) {
      if (!seen.contains(field)) {
        differences.add(table.qualifiedName() + "." + field + ": is no column");
      }
    }
  }

  private void column(String place, ColumnDescription column, List<String> path, JsonNode schema) {
    JsonNode field = schema;
    for (String step : path) {
      field = document.resolve(field).path("properties").path(step);
    }
    if (field.isMissingNode()) {
      differences.add(place + ": is not documented as " + path);
      return;
    }
    if (!column.name().equals(String.join(".", path))) {
      differences.add(place + ": is the field " + path);
    }
    if (column.input() != field.path("inputOnly").asBoolean()) {
      differences.add(place + (column.input() ? ": is read too" : ": is input only"));
    }
    new TypeDrift(document, differences).compare(place, column.type(), column.values(), field);
  }

  private static List<String> fieldNames(JsonNode schema) {
    return schema.path("properties").propertyStream().map(Map.Entry::getKey).toList();
  }
}
