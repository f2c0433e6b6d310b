package dev.imago.core.description.yaml;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One node of a description file, and the place that an error about it names. The value of an entry
 * has the line of its key.
 */
final class YamlNode {
  /** Lists the entries of the base that a mapping does not take over. */
  private static final String WITHOUT = "without";

  private final String file;
  private final int line;
  private final String context;
  private final Node node;

  /** The mapping of another file that this mapping changes; null when there is none. */
  private final @Nullable YamlNode base;

  private YamlNode(String file, int line, String context, Node node, @Nullable YamlNode base) {
    this.file = file;
    this.line = line;
    this.context = context;
    this.node = node;
    this.base = base;
  }

  /**
   * Reads a whole file.
   *
   * @param file its name in errors: {@code google/compute.yaml}
   */
  static YamlNode read(String file, InputStream content) {
    LoaderOptions options = new LoaderOptions();
    // A node that holds itself would never end.
    options.setMaxAliasesForCollections(0);
    StreamReader reader = new StreamReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    try {
      Node root =
          new Composer(new ParserImpl(reader, options), new TextResolver(), options)
              .getSingleNode();
      if (root == null) {
        throw new ImagoException(ErrorCode.INVALID_DESCRIPTION, file + ": is empty");
      }
      return new YamlNode(file, lineOf(root), "", root, null);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String at = mark == null ? file : file + ":" + (mark.getLine() + 1);
      throw new ImagoException(ErrorCode.INVALID_DESCRIPTION, at + ": " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new ImagoException(ErrorCode.INVALID_DESCRIPTION, file + ": " + e.getMessage(), e);
    }
  }

  /** Every scalar is a text: which words are numbers or flags is the format's affair. */
  private static final class TextResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** The same node, with errors that say what it belongs to: {@code table images}. */
  YamlNode in(String what) {
    String place = context.isEmpty() ? what : context + ": " + what;
    return new YamlNode(file, line, place, node, base == null ? null : base.in(what));
  }

  /**
   * The same mapping with the entries of another one, which stand before its own: a mapping in both
   * is merged in the same way, anything else is replaced. The list {@code without} names entries of
   * the other that do not count.
   */
  YamlNode over(YamlNode other) {
    return new YamlNode(file, line, context, node, other);
  }

  /** An error about this node. */
  ImagoException error(String message) {
    String place = file + ":" + line + ": " + (context.isEmpty() ? "" : context + ": ");
    return new ImagoException(ErrorCode.INVALID_DESCRIPTION, place + message);
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  /** The text, never empty. */
  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw error("must be a text");
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error("must be true or false, not \"" + text() + "\"");
    };
  }

  int positiveNumber() {
    try {
      int number = Integer.parseInt(text());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The error below says what is wrong.
    }
    throw error("must be a positive number, not \"" + text() + "\"");
  }

  /** The name of something that SQL or a property names: letters, digits and underscores. */
  static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!isLetter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A list of texts, at least one, none of them twice. */
  List<String> texts() {
    Set<String> texts = new LinkedHashSet<>();
    for (YamlNode item : items()) {
      if (!texts.add(item.text())) {
        throw item.error("\"" + item.text() + "\" is here twice");
      }
    }
    return List.copyOf(texts);
  }

  /** The items of a list, at least one. */
  List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw error("must be a list with something in it");
    }
    List<YamlNode> items = new ArrayList<>(sequence.getValue().size());
    for (Node item : sequence.getValue()) {
      items.add(new YamlNode(file, lineOf(item), context, item, null));
    }
    return items;
  }

  /** The entries in the order of the file, at least one, no key of them twice. */
  Map<String, YamlNode> entries() {
    Map<String, YamlNode> own = ownEntries();
    if (base == null) {
      return own;
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>(base.entries());
    YamlNode without = own.remove(WITHOUT);
    if (without != null) {
      for (String name : without.in(WITHOUT).texts()) {
        if (entries.remove(name) == null) {
          throw without.error("\"" + name + "\" is not there to be left out");
        }
      }
    }
    own.forEach((name, value) -> entries.merge(name, value, YamlNode::changedBy));
    return entries;
  }

  private YamlNode changedBy(YamlNode change) {
    boolean areMappings = node instanceof MappingNode && change.node instanceof MappingNode;
    return areMappings ? change.over(this) : change;
  }

  private Map<String, YamlNode> ownEntries() {
    if (!(node instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      throw error("must be a mapping with something in it");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key =
          new YamlNode(file, lineOf(tuple.getKeyNode()), context, tuple.getKeyNode(), null);
      YamlNode value = new YamlNode(file, key.line, context, tuple.getValueNode(), null);
      YamlNode before = entries.put(key.text(), value);
      if (before != null) {
        throw key.error("\"" + key.text() + "\" is here twice, first on line " + before.line);
      }
    }
    return entries;
  }

  /** The entries of a mapping whose keys must be among the words. */
  YamlWords words(Set<String> known) {
    return new YamlWords(this, known);
  }
}
