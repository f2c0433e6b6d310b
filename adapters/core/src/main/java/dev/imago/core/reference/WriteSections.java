package dev.imago.core.reference;

import static dev.imago.core.reference.TablePages.code;

import dev.imago.core.description.Argument;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.Settling;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.TableReference;
import dev.imago.core.description.ValueCheck;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteArgument.Place;
import dev.imago.core.description.WriteBody;
import dev.imago.core.description.WriteMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a table's page that says how it is changed: what each call is given and answers, and
 * how a row tells that what it stands for has ended.
 */
record WriteSections(TableDescription table, String url) {

  @Override
  public String toString() {
    return writes() + table.settling().map(WriteSections::settling).orElse("");
  }

  private String writes() {
    if (table.writes().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n## Writes\n");
    for (WriteMethod write : table.writes()) {
      text.append("\n### ").append(write.name()).append("\n\n");
      text.append(write.says()).append(" By ").append(statements(write)).append(".\n\n");
      text.append('`').append(write.verb()).append(' ').append(url).append('/');
      text.append(ReadSections.target(write.call())).append("`\n\n");
      text.append(arguments(write)).append('\n');
      facts(write).forEach(fact -> text.append("- ").append(fact).append('\n'));
    }
    return text.toString();
  }

  private String statements(WriteMethod write) {
    String exec = code("EXEC " + table.qualifiedName() + "." + write.name());
    return write.kind() == WriteMethod.Kind.ACTION
        ? exec
        : code(write.kind().name()) + " and " + exec;
  }

  private static MarkdownTable arguments(WriteMethod write) {
    MarkdownTable rows = new MarkdownTable("argument", "type", "in", "what it is");
    for (WriteArgument argument : write.arguments()) {
      rows.row(
          code(argument.name())
              + argument.alsoCalled().stream()
                  .map(other -> ", " + code(other))
                  .collect(Collectors.joining()),
          code(SqlTypeNames.of(argument.type())) + (argument.required() ? ", required" : ""),
          place(write.call(), argument),
          what(argument));
    }
    return rows;
  }

  private static String place(CallTemplate call, WriteArgument argument) {
    if (argument.place() instanceof Place.QueryParameter parameter) {
      return "parameter " + code(parameter.name());
    }
    if (argument.place() instanceof Place.HeaderField header) {
      return "header " + code(header.name());
    }
    if (argument.place() instanceof Place.BodyField field) {
      return "body, " + code(String.join(".", field.path()));
    }
    List<String> names = new ArrayList<>();
    if (call.urlVariables().contains(argument.name())) {
      names.add("host");
    }
    if (call.path().variables().contains(argument.name())) {
      names.add("path");
    }
    call.headers().forEach((name, value) -> addVariable("header ", name, value, argument, names));
    call.query().forEach((name, value) -> addVariable("parameter ", name, value, argument, names));
    return String.join(", ", names);
  }

  private static void addVariable(
      String where, String name, Argument value, WriteArgument argument, List<String> names) {
    if (value.equals(new Argument.Variable(argument.name()))) {
      names.add(where + code(name));
    }
  }

  private static String what(WriteArgument argument) {
    return argument.says()
        + SqlTypeNames.remark(argument.type())
        + TablePages.documented(argument.values())
        + rules(argument.check())
        + TablePages.secrecy(argument.secret());
  }

  private static String rules(ValueCheck check) {
    List<String> rules = new ArrayList<>();
    check.matches().ifPresent(pattern -> rules.add("matches " + code(pattern.pattern())));
    check.least().ifPresent(bound -> rules.add("is at least " + bound));
    check.most().ifPresent(bound -> rules.add("is at most " + bound));
    check.longest().ifPresent(count -> rules.add("has at most " + count + " characters"));
    return rules.isEmpty() ? "" : " It " + String.join(", ", rules) + ".";
  }

  private List<String> facts(WriteMethod write) {
    List<String> facts = new ArrayList<>(ReadSections.headers(write.call()));
    write.exactlyOne().forEach(group -> facts.add("Exactly one of " + codes(group) + "."));
    write.atLeastOne().forEach(group -> facts.add("At least one of " + codes(group) + "."));
    write.atMostOne().forEach(group -> facts.add("At most one of " + codes(group) + "."));
    write.arguments().stream()
        .map(WriteArgument::name)
        .filter(write.needs()::containsKey)
        .forEach(
            name ->
                facts.add(
                    code(name)
                        + " needs "
                        + codes(write.needs().getOrDefault(name, Set.of()))
                        + "."));
    if (!write.readFirst().isEmpty()) {
      facts.add("What is not given of " + codes(write.readFirst()) + " is read just before.");
    }
    String body = body(write.body());
    if (!body.isEmpty()) {
      facts.add(body);
    }
    facts.add(answer(write));
    facts.add(repetition(write));
    facts.add("Needs " + codes(write.permissions()) + ".");
    return facts;
  }

  private static String body(WriteBody body) {
    String type =
        body.contentType().equals(WriteBody.JSON) ? "" : ", as " + code(body.contentType());
    String texts = body.asTexts() ? ", numbers and booleans as texts" : "";
    return switch (body.form()) {
      case NONE -> "";
      case EMPTY -> "The body is " + code("{}") + ".";
      case FIELDS ->
          "The body is an object of what is given"
              + body.mask().map(mask -> ", with its names in " + code(mask)).orElse("")
              + texts
              + type
              + ".";
      case JSON_PATCH -> "The body is a JSON patch of what is given" + texts + type + ".";
    };
  }

  private String answer(WriteMethod write) {
    return write.answer().table().map(this::answer).orElse("Answers nothing.");
  }

  private String answer(TableReference answered) {
    String name = answered.service() + "." + answered.table();
    return "Answers a row of [" + name + "](" + table.provider() + "." + name + ".md).";
  }

  private static String repetition(WriteMethod write) {
    if (write.safe()) {
      return "Changes nothing, and is repeated as reads are.";
    }
    return write
        .repeatKey()
        .map(
            key ->
                "May be repeated: "
                    + code(key)
                    + " names the request; a fresh UUID does by default.")
        .orElse("Is sent once.");
  }

  private static String settling(Settling settling) {
    StringBuilder text = new StringBuilder("\n## How a row settles\n\n");
    text.append("- It has ended where ").append(values(settling.done())).append(".\n");
    if (!settling.failed().isEmpty()) {
      text.append("- It has failed where ").append(values(settling.failed())).append(".\n");
    }
    text.append("- What went wrong is in ").append(code(String.join(".", settling.errorCode())));
    text.append(" and ").append(code(String.join(".", settling.errorText()))).append(".\n");
    text.append("- ").append(code(settling.poll())).append(" looks again.\n");
    settling
        .target()
        .ifPresent(
            target -> text.append("- What it is about is in ").append(code(target)).append(".\n"));
    return text.toString();
  }

  private static String values(Map<String, List<String>> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                code(entry.getKey())
                    + " is "
                    + entry.getValue().stream()
                        .map(value -> value.equals("true") ? value.toUpperCase(Locale.ROOT) : value)
                        .map(TablePages::code)
                        .collect(Collectors.joining(" or ")))
        .collect(Collectors.joining(", or "));
  }

  private static String codes(Collection<String> names) {
    return names.stream().map(TablePages::code).collect(Collectors.joining(", "));
  }
}
