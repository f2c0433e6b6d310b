package dev.imago.core.description.yaml;

import dev.imago.core.description.Argument;
import dev.imago.core.description.CallTemplate;
import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnSource.Constant;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.PathTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads where a call goes and what it always holds.
 *
 * @param url where the service is
 * @param headers the headers of the file, where a call does not say others
 */
record CallParser(PathTemplate url, Map<String, YamlNode> headers) {
  private static final Set<Scalar> PARAMETER_TYPES =
      Set.of(Scalar.VARCHAR, Scalar.INTEGER, Scalar.BIGINT, Scalar.UINT64);

  /**
   * The call of a method.
   *
   * @param words the method, which may have {@code query} and {@code headers}
   * @param path its path
   * @param columns the table's columns by name
   */
  CallTemplate call(YamlWords words, YamlNode path, Map<String, ColumnDescription> columns) {
    PathTemplate template = ColumnParser.path(path);
    template.variables().forEach(variable -> checkVariable(variable, path, columns));
    url.variables().forEach(variable -> checkVariable(variable, path, columns));
    return new CallTemplate(
        url.variables(),
        template,
        arguments(words.find("query").map(YamlNode::entries).orElse(Map.of()), columns),
        arguments(words.find("headers").map(YamlNode::entries).orElse(headers), columns));
  }

  private static void checkVariable(
      String variable, YamlNode node, Map<String, ColumnDescription> columns) {
    ColumnDescription column = ColumnParser.column(variable, node, columns);
    if (!isParameterType(column.type())) {
      throw node.error("{" + variable + "} has a type that no path can hold");
    }
    if (column.input()) {
      throw node.error("{" + variable + "} is an input column, which no query can bind");
    }
    if (column.secret()) {
      throw node.error("{" + variable + "} is a secret, which a URL would show");
    }
    if (column.source() instanceof Constant constant) {
      throw node.error(
          "{" + variable + "} is a constant; write \"" + constant.value() + "\" in its place");
    }
  }

  /** Whether a path or a key can hold a value of that type. */
  static boolean isParameterType(ColumnType type) {
    return type instanceof Scalar scalar && PARAMETER_TYPES.contains(scalar);
  }

  /** Parameters or headers by name: {@code {folderId: '{folder_id}', view: full}}. */
  private static Map<String, Argument> arguments(
      Map<String, YamlNode> entries, Map<String, ColumnDescription> columns) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    entries.forEach((name, entry) -> arguments.put(name, argument(entry.in(name), columns)));
    return arguments;
  }

  private static Argument argument(YamlNode node, Map<String, ColumnDescription> columns) {
    String text = node.text();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return new Argument.Constant(text);
    }
    String variable = text.substring(1, text.length() - 1);
    checkVariable(variable, node, columns);
    return new Argument.Variable(variable);
  }
}
