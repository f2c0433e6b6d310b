package dev.imago.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place;
import dev.imago.core.description.WriteBody.Form;
import dev.imago.core.description.WriteMethod;
import dev.imago.google.DiscoveryDocument.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the writes of a table with the documented methods: verb, path, parameters and body. */
record WriteDrift(DiscoveryDocument document, TableDescription table, List<String> differences) {

  /** Whether the column is a parameter of a write, which is compared with those of its method. */
  static boolean isParameter(TableDescription table, ColumnDescription column) {
    return column.input()
        && table.writes().stream()
            .flatMap(write -> write.argument(column.name()).stream())
            .anyMatch(argument -> argument.place() instanceof Place.QueryParameter);
  }

  /** Adds the differences of the table's writes to the list. */
  void compare() {
    for (WriteMethod write : table.writes()) {
      String place = table.qualifiedName() + "." + write.name();
      Optional<Method> method =
          document.method(write.verb().name(), write.call().path().toString());
      if (method.isEmpty()) {
        differences.add(place + ": no method has the verb and the path");
      } else {
        path(place, write, method.get());
        parameters(place, write, method.get());
        body(place, write, document.body(method.get()));
        answer(place, write, document.answer(method.get()));
      }
    }
  }

  /** The names of the API are among those that EXEC accepts. */
  private void path(String place, WriteMethod write, Method method) {
    List<String> ours = List.of(write.call().path().toString().split("/", -1));
    List<String> documented = method.segments();
    for (int i = 0; i < documented.size(); i++) {
      if (!documented.get(i).equals(ours.get(i))
          && !isCalled(write, name(ours.get(i)), name(documented.get(i)))) {
        differences.add(place + ": " + ours.get(i) + " stands for " + documented.get(i));
      }
    }
  }

  private static boolean isCalled(WriteMethod write, String ours, String documented) {
    return write.argument(ours).filter(argument -> argument.isCalled(documented)).isPresent();
  }

  private static String name(String segment) {
    return DiscoveryDocument.isVariable(segment)
        ? segment.substring(1, segment.indexOf('}'))
        : segment;
  }

  private void parameters(String place, WriteMethod write, Method method) {
    Set<String> sent = new LinkedHashSet<>(write.call().query().keySet());
    for (WriteArgument argument : write.arguments()) {
      if (argument.place() instanceof Place.QueryParameter parameter) {
        sent.add(parameter.name());
      }
    }
    sent.stream()
        .filter(parameter -> !method.query().contains(parameter))
        .forEach(
            parameter ->
                differences.add(place + ": the parameter " + parameter + " is not documented"));
    method.query().stream()
        .filter(parameter -> !sent.contains(parameter))
        .forEach(
            parameter -> differences.add(place + ": the parameter " + parameter + " is not sent"));
  }

  private void body(String place, WriteMethod write, JsonNode schema) {
    if (schema.isMissingNode() != (write.body().form() == Form.NONE)) {
      differences.add(place + (schema.isMissingNode() ? ": has no body" : ": has a body"));
    }
    Set<String> given = new LinkedHashSet<>();
    for (WriteArgument argument : write.arguments()) {
      if (argument.place() instanceof Place.BodyField field) {
        String name = String.join(".", field.path());
        given.add(name);
        field(place, argument, name, schema.path("properties").path(name));
      }
    }
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      if (!given.contains(field.getKey()) && !field.getValue().path("readOnly").asBoolean()) {
        differences.add(place + ": the field " + field.getKey() + " is not sent");
      }
    }
  }

  private void field(String place, WriteArgument argument, String name, JsonNode field) {
    if (field.isMissingNode()) {
      differences.add(place + ": the field " + name + " is not documented");
      return;
    }
    if (field.path("readOnly").asBoolean()) {
      differences.add(place + ": the field " + name + " is output only");
    }
    new TypeDrift(document, differences)
        .compare(place + "." + argument.name(), argument.type(), argument.values(), field);
  }

  /** What is answered is what the answered table's get answers, or has no fields. */
  private void answer(String place, WriteMethod write, JsonNode schema) {
    boolean isEmpty = schema.path("properties").isEmpty();
    if (isEmpty != write.answer().table().isEmpty()) {
      differences.add(place + (isEmpty ? ": answers nothing" : ": answers something"));
    }
    write
        .answer()
        .table()
        .map(answered -> GoogleDescriptions.table(answered.service(), answered.table()))
        .flatMap(answered -> answered.read("get"))
        .flatMap(get -> document.method("GET", get.call().path().toString()))
        .filter(get -> !document.answer(get).equals(schema))
        .ifPresent(get -> differences.add(place + ": answers another schema than " + get.name()));
  }
}
