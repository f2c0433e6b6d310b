package dev.imago.core.property;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One concrete property: {@code maxCalls}, {@code google.project}, {@code google.compute.url}.
 *
 * @param name the full name, in its documented letter case
 * @param property what it is
 * @param defaultValue the value where none is given
 * @param description one sentence
 * @param choices the values that are allowed; empty when there is no list
 * @param within for default values, the property whose values they belong to one of; see {@link
 *     DefaultValue}
 */
public record Property(
    String name,
    ConnectionProperty property,
    String defaultValue,
    String description,
    List<String> choices,
    Optional<String> within) {
  public Property {
    choices = List.copyOf(choices);
  }

  /** Whether the value is never shown. */
  public boolean isSecret() {
    return property.kind() == ConnectionProperty.Kind.SECRET;
  }

  /** The environment variable that gives it: {@code IMAGO_GOOGLE_COMPUTE_URL}. */
  public String environmentVariable() {
    StringBuilder variable = new StringBuilder("IMAGO_");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1))) {
        variable.append('_');
      }
      variable.append(c == '.' ? '_' : c);
    }
    return variable.toString().toUpperCase(Locale.ROOT);
  }

  /** Whether a URL may hold it. */
  public boolean isAllowedInUrl() {
    return !isSecret() && property.kind() != ConnectionProperty.Kind.CREDENTIAL;
  }
}
