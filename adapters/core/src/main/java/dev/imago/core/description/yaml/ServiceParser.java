package dev.imago.core.description.yaml;

import dev.imago.core.description.ErrorMapping;
import dev.imago.core.description.Masking;
import dev.imago.core.description.Paging;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a {@code <service>.yaml}. */
final class ServiceParser {
  private static final Set<String> WORDS =
      Set.of(
          "service",
          "extends",
          "json",
          "says",
          "errors",
          "pages",
          "filter",
          "mask",
          "headers",
          "defaults",
          "types",
          "tables");

  private final ProviderDescription provider;
  private final String service;
  private final ErrorsParser errorsParser;
  private final DefaultsParser defaultsParser;

  /**
   * A parser for one file.
   *
   * @param isErrorShape whether the provider has an error shape of that name
   */
  ServiceParser(ProviderDescription provider, String service, Predicate<String> isErrorShape) {
    this.provider = provider;
    this.service = service;
    this.errorsParser = new ErrorsParser(isErrorShape);
    this.defaultsParser = new DefaultsParser(provider);
  }

  ServiceDescription service(YamlNode root) {
    YamlWords words = root.words(WORDS);
    checkName(words.need("service"));
    String says = words.says();
    ErrorMapping errors = errorsParser.errors(words.need("errors"));
    List<TableDescription> tables = tables(words);
    return new ServiceDescription(provider.name(), service, says, errors, tables);
  }

  private void checkName(YamlNode node) {
    String expected = provider.name() + "." + service;
    if (!node.text().equals(expected)) {
      throw node.error("the service must be \"" + expected + "\", not \"" + node.text() + "\"");
    }
  }

  private List<TableDescription> tables(YamlWords words) {
    Optional<YamlNode> defaults = words.find("defaults").map(node -> node.in("defaults"));
    Optional<Paging> paging = words.find("pages").flatMap(PagingParser::paging);
    Optional<FilterParser> filter = words.find("filter").flatMap(FilterParser::filter);
    Optional<Masking> mask = words.find("mask").flatMap(ReadParser::mask);
    Map<String, YamlNode> headers =
        words.find("headers").map(node -> node.in("headers").entries()).orElse(Map.of());
    CallParser calls = new CallParser(provider.service(service).orElseThrow().url(), headers);
    Shapes shapes =
        new Shapes(
            words.find("types").map(YamlNode::entries).orElse(Map.of()),
            words.find("json").map(JsonNaming::of).orElse(JsonNaming.AS_WRITTEN));
    TableParser parser =
        new TableParser(
            provider.name(),
            service,
            new ColumnParser(shapes),
            new ReadParser(paging, filter, mask, calls),
            new WriteParser(service, calls, new ArgumentParser(shapes)),
            defaultsParser,
            defaults.map(defaultsParser::defaults).orElse(Map.of()));
    List<TableDescription> tables = parser.tables(words.need("tables"));
    defaults.ifPresent(
        node ->
            DefaultsParser.checkParameters(
                node, name -> tables.stream().anyMatch(table -> table.isParameter(name))));
    return tables;
  }
}
