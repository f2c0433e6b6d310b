package dev.imago.core.description.yaml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that SQL cannot tell apart, because only their letter case differs, are refused. */
final class Names {
  private final String what;
  private final Map<String, String> names = new HashMap<>();

  /**
   * No names yet.
   *
   * @param what what is named: {@code column}
   */
  Names(String what) {
    this.what = what;
  }

  void add(String name, YamlNode node) {
    String before = names.put(name.toLowerCase(Locale.ROOT), name);
    if (name.equals(before)) {
      throw node.error("\"" + name + "\" is here twice");
    }
    if (before != null) {
      throw node.error(
          "the " + what + "s \"" + before + "\" and \"" + name + "\" differ in letter case only");
    }
  }

  /** Adds a name that must be an identifier: letters, digits and underscores. */
  void addIdentifier(String name, YamlNode node) {
    if (!YamlNode.isName(name)) {
      String article = "aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ";
      throw node.error("\"" + name + "\" is no name for " + article + what);
    }
    add(name, node);
  }
}
