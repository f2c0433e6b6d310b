package dev.imago.emulator.google.resourcemanager;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imago.emulator.google.FailureKind;
import dev.imago.emulator.google.GoogleFailure;
import dev.imago.emulator.list.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query language of {@code projects:search}: {@code field:value} terms, any of which is enough;
 * without regard to case; a {@code *} at the end of a value stands for any rest.
 */
final class ProjectQuery {
  private static final Pattern TERM =
      Pattern.compile(
          "\\s*([A-Za-z][A-Za-z0-9._-]*)\\s*[:=]\\s*(\"[^\"]*\"|[^\\s\"]+)(?:\\s+OR\\b)?");

  private ProjectQuery() {}

  /**
   * The filter that a query means; everything for an empty one.
   *
   * @throws GoogleFailure when it is no query or names an unknown field
   */
  static Filter parse(String query) {
    if (query.isBlank()) {
      return Filter.none();
    }
    List<Filter> any = new ArrayList<>();
    Matcher term = TERM.matcher(query);
    int end = 0;
    while (term.find() && term.start() == end) {
      any.add(term(term.group(1), term.group(2)));
      end = term.end();
    }
    if (!query.substring(end).isBlank()) {
      throw invalid(query, "it is no list of field:value terms");
    }
    return project -> any.stream().anyMatch(filter -> filter.matches(project));
  }

  private static Filter term(String field, String quoted) {
    String value =
        lower(quoted.startsWith("\"") ? quoted.substring(1, quoted.length() - 1) : quoted);
    String name = lower(field);
    if (name.startsWith("labels.")) {
      String key = name.substring("labels.".length());
      return project -> has(project.path("labels").path(key), value);
    }
    return switch (name) {
      case "displayname", "name" -> project -> has(project.path("displayName"), value);
      case "id", "projectid" -> project -> has(project.path("projectId"), value);
      case "state", "lifecyclestate" -> project -> has(project.path("state"), value);
      case "parent" -> project -> has(project.path("parent"), value);
      case "parent.type" -> project -> parent(project).startsWith(value + "s/");
      case "parent.id" -> project -> parent(project).endsWith("/" + value);
      case "labels" -> project -> hasLabel(project.path("labels"), value);
      default -> throw invalid(field, "the field is unknown");
    };
  }

  private static boolean hasLabel(JsonNode labels, String value) {
    return labels.properties().stream()
        .anyMatch(label -> lower(label.getKey()).equals(value) || has(label.getValue(), value));
  }

  private static String parent(JsonNode project) {
    return lower(project.path("parent").asText());
  }

  private static boolean has(JsonNode node, String value) {
    if (node.isMissingNode()) {
      return false;
    }
    String text = lower(node.asText());
    return value.endsWith("*")
        ? text.startsWith(value.substring(0, value.length() - 1))
        : text.equals(value);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static GoogleFailure invalid(String what, String why) {
    return GoogleFailure.of(
        FailureKind.INVALID_ARGUMENT, "Invalid query \"" + what + "\": " + why + ".");
  }
}
