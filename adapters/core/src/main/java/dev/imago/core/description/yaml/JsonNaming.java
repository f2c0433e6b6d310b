package dev.imago.core.description.yaml;

import dev.imago.core.error.NearestName;
import java.util.Map;

/** How the JSON names of a service follow from the names of its columns and fields. */
enum JsonNaming {
  AS_WRITTEN,
  /** {@code folder_id} is {@code folderId} in JSON, as proto3's JSON mapping has it. */
  CAMEL_CASE;

  private static final Map<String, JsonNaming> WORDS =
      Map.of("as written", AS_WRITTEN, "camelCase", CAMEL_CASE);

  static JsonNaming of(YamlNode node) {
    JsonNaming naming = WORDS.get(node.text());
    if (naming == null) {
      throw node.error(
          "unknown naming \"" + node.text() + "\"" + NearestName.hint(node.text(), WORDS.keySet()));
    }
    return naming;
  }

  /** The JSON name of a column or field, where the file does not say another. */
  String json(String name) {
    if (this == AS_WRITTEN) {
      return name;
    }
    StringBuilder json = new StringBuilder(name.length());
    boolean startsWord = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' && i > 0) {
        startsWord = true;
      } else {
        json.append(startsWord && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        startsWord = false;
      }
    }
    return json.toString();
  }
}
