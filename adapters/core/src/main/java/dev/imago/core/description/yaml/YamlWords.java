package dev.imago.core.description.yaml;

import dev.imago.core.error.NearestName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping whose keys are words of the format. An unknown one is refused at once. */
final class YamlWords {
  private final YamlNode node;
  private final Map<String, YamlNode> entries;

  YamlWords(YamlNode node, Set<String> known) {
    this.node = node;
    this.entries = node.entries();
    entries.forEach(
        (word, value) -> {
          if (!known.contains(word)) {
            throw value.error("unknown word \"" + word + "\"" + NearestName.hint(word, known));
          }
        });
  }

  boolean has(String word) {
    return entries.containsKey(word);
  }

  Optional<YamlNode> find(String word) {
    return Optional.ofNullable(entries.get(word));
  }

  YamlNode need(String word) {
    YamlNode value = entries.get(word);
    if (value == null) {
      throw node.error("needs \"" + word + "\"");
    }
    return value;
  }

  /** The text of a word, if it is there. */
  Optional<String> text(String word) {
    return find(word).map(YamlNode::text);
  }

  /** Whether the word is there and true. */
  boolean flag(String word) {
    YamlNode value = entries.get(word);
    return value != null && value.flag();
  }

  /** What the thing is: one or more sentences. */
  String says() {
    return sentence(need("says"));
  }

  /** A text that ends with a full stop. */
  static String sentence(YamlNode node) {
    String text = node.text();
    if (!text.endsWith(".")) {
      throw node.error("what it says must end with a full stop: \"" + text + "\"");
    }
    return text;
  }

  /** Refuses a word that contradicts another. */
  void refuse(String word, String why) {
    YamlNode value = entries.get(word);
    if (value != null) {
      throw value.error("\"" + word + "\" has no place here: " + why);
    }
  }
}
