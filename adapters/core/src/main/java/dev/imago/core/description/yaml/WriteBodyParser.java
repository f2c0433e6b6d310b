package dev.imago.core.description.yaml;

import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteBody;
import dev.imago.core.description.WriteBody.Form;
import dev.imago.core.error.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the body of a write is made of. */
final class WriteBodyParser {
  private static final Map<String, Form> FORMS =
      Map.of(
          "none", Form.NONE,
          "empty", Form.EMPTY,
          "fields", Form.FIELDS,
          "json patch", Form.JSON_PATCH);

  private WriteBodyParser() {}

  /** The body; where {@code body} does not say it, fields if some argument stands in it. */
  static WriteBody body(YamlWords words, List<WriteArgument> arguments) {
    boolean hasFields = arguments.stream().anyMatch(WriteArgument::isInBody);
    Optional<YamlNode> node = words.find("body");
    if (node.isEmpty()) {
      return plain(hasFields ? Form.FIELDS : Form.NONE);
    }
    WriteBody body = body(node.get());
    boolean holdsFields = body.form() == Form.FIELDS || body.form() == Form.JSON_PATCH;
    if (holdsFields != hasFields) {
      throw node.get()
          .error(
              hasFields
                  ? "has no place for what it takes; write \"fields\" or \"json patch\""
                  : "has nothing to hold; write \"empty\" or \"none\"");
    }
    checkPatch(node.get(), body, arguments);
    return body;
  }

  private static WriteBody body(YamlNode node) {
    if (node.isText()) {
      return plain(form(node));
    }
    YamlWords words = node.in("body").words(Set.of("form", "mask", "as texts", "type"));
    Form form = words.find("form").map(WriteBodyParser::form).orElse(Form.FIELDS);
    if (form != Form.FIELDS) {
      words.refuse("mask", "only fields are masked");
    }
    return new WriteBody(
        form,
        words.text("mask"),
        words.flag("as texts"),
        words.text("type").orElse(WriteBody.JSON));
  }

  private static WriteBody plain(Form form) {
    return new WriteBody(form, Optional.empty(), false, WriteBody.JSON);
  }

  private static Form form(YamlNode node) {
    Form form = FORMS.get(node.text());
    if (form == null) {
      throw node.error(
          "unknown body \"" + node.text() + "\"" + NearestName.hint(node.text(), FORMS.keySet()));
    }
    return form;
  }

  /** What changes attributes in place needs no path into them. */
  private static void checkPatch(YamlNode node, WriteBody body, List<WriteArgument> arguments) {
    if (body.form() == Form.FIELDS && body.mask().isEmpty()) {
      return;
    }
    for (WriteArgument argument : arguments) {
      if (argument.place() instanceof WriteArgument.Place.BodyField field
          && field.path().size() > 1) {
        throw node.error("\"" + argument.name() + "\" stands too deep to be named there");
      }
    }
  }
}
