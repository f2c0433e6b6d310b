package dev.imago.core.property;

import static java.util.Objects.requireNonNull;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.property.DefaultValue.Within;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one connection, resolved and checked. Immutable. Two connections with equal
 * settings can share an engine.
 */
public final class Settings {
  private final Map<String, Value> values;

  /**
   * A value and where it comes from.
   *
   * @param text as it was given, checked against the property's kind
   */
  public record Value(Property property, String text, PropertySource source) {
    /** The value as it may be shown: {@code ***} for a secret. */
    public String shown() {
      return property.isSecret() && !text.isEmpty() ? "***" : text;
    }

    /** No secret gets out through a log or a message that prints the record. */
    @Override
    public String toString() {
      return property.name() + "=" + shown() + " (" + source + ")";
    }
  }

  Settings(Map<String, Value> values) {
    this.values = Map.copyOf(values);
  }

  /** Every property with its value, by name. */
  public List<Value> values() {
    return values.values().stream()
        .sorted((a, b) -> a.property().name().compareTo(b.property().name()))
        .toList();
  }

  /** The value of a property of the connection. */
  public String text(ConnectionProperty property) {
    return value(property.key()).text();
  }

  public boolean flag(ConnectionProperty property) {
    return Boolean.parseBoolean(text(property));
  }

  public long count(ConnectionProperty property) {
    return Long.parseLong(text(property));
  }

  public Duration duration(ConnectionProperty property) {
    return Durations.parse(text(property));
  }

  /** The value of a provider's property. */
  public String text(String provider, ConnectionProperty property) {
    return value(provider + "." + property.key()).text();
  }

  /** Everything before the resource path of a service, without a slash at its end. */
  public String serviceUrl(String provider, String service) {
    return value(provider + "." + service + "." + ConnectionProperty.SERVICE_URL.key()).text();
  }

  /**
   * The default values of a parameter, in the order given; none when the property is empty. Where
   * values belong to values of another property, each says to which, {@code eu-de/p1}, or belongs
   * to the only one that there is.
   *
   * @param name the property's full name: {@code google.project}
   * @throws ImagoException {@link ErrorCode#INVALID_VALUE} when it is not clear what one belongs to
   */
  public List<DefaultValue> defaults(String name) {
    Value value = value(name);
    List<String> texts = list(value.text());
    Optional<String> within = value.property().within();
    boolean isPlain = within.isEmpty() || arePlain(texts, within.get());
    return texts.stream()
        .map(text -> isPlain ? plain(text) : belonging(name, text, within.orElseThrow()))
        .toList();
  }

  /** Without any other value, the query itself has to say what they belong to. */
  private boolean arePlain(List<String> texts, String within) {
    return texts.stream().noneMatch(text -> text.contains("/"))
        && list(value(within).text()).size() <= 1;
  }

  private static DefaultValue plain(String text) {
    return new DefaultValue(text, Optional.empty());
  }

  private DefaultValue belonging(String name, String text, String within) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      Within given = new Within(within, text.substring(0, slash));
      return new DefaultValue(text.substring(slash + 1), Optional.of(given));
    }
    List<String> only = list(value(within).text());
    if (only.size() != 1) {
      throw new ImagoException(
          ErrorCode.INVALID_VALUE,
          name
              + ": write what \""
              + text
              + "\" belongs to ahead of it and a slash, or set "
              + within
              + " to one value");
    }
    return new DefaultValue(text, Optional.of(new Within(within, only.get(0))));
  }

  private static List<String> list(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  /** The value of a concrete property. */
  public Value value(String name) {
    return requireNonNull(values.get(name), name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values().toString();
  }
}
