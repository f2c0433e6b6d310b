package dev.imago.launcher.shell;

import dev.imago.core.description.ColumnDescription;
import dev.imago.core.description.ColumnType;
import dev.imago.core.description.ColumnType.ArrayOf;
import dev.imago.core.description.ColumnType.Field;
import dev.imago.core.description.ColumnType.MapOf;
import dev.imago.core.description.ColumnType.RowOf;
import dev.imago.core.description.ColumnType.Scalar;
import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.ServiceDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteArgument;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.property.Property;
import dev.imago.core.provider.ProviderRegistry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the lines that may hold a secret. It would rather take one too many: a line counts when it
 * changes something and names what is secret, or gives its values without names to a method that
 * takes a secret.
 */
final class Secrets {
  /** Statements that change things, and sqlline's commands. */
  private static final Pattern SUSPECT =
      Pattern.compile(
          "^\\s*!|\\b(?:exec|execute|call|insert|update|merge)\\b", Pattern.CASE_INSENSITIVE);

  /** A password can stand behind the URL, without a name. */
  private static final Pattern CONNECT =
      Pattern.compile("^\\s*!\\s*connect\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern PATH = Pattern.compile("(\\w+)\"?\\s*\\.\\s*\"?(\\w+)\"?\\s*\\(?");
  private static final Pattern NAMED = Pattern.compile("@\\s*\"?\\w+\"?\\s*=|=>");

  private final ProviderRegistry providers;
  private @Nullable Names names;

  /**
   * @param names of properties, columns, arguments and their fields, in lower case
   * @param methods that take a secret, as {@code table.method} in lower case
   */
  private record Names(Set<String> names, Set<String> methods) {}

  Secrets(ProviderRegistry providers) {
    this.providers = providers;
  }

  /** Whether the line may hold a secret. Descriptions are read for lines that change something. */
  boolean mayHaveOne(String line) {
    return CONNECT.matcher(line).find()
        || (SUSPECT.matcher(line).find() && (namesSecret(line) || givesByPlace(line)));
  }

  private boolean namesSecret(String line) {
    Matcher words = WORD.matcher(line);
    while (words.find()) {
      if (names().names().contains(fold(words.group()))) {
        return true;
      }
    }
    return false;
  }

  private boolean givesByPlace(String line) {
    Matcher paths = PATH.matcher(line);
    for (int start = 0; paths.find(start); start = paths.start(2)) {
      if (names().methods().contains(fold(paths.group(1)) + "." + fold(paths.group(2)))) {
        return !NAMED.matcher(line).find();
      }
    }
    return false;
  }

  private Names names() {
    Names known = names;
    if (known == null) {
      known = read();
      names = known;
    }
    return known;
  }

  private Names read() {
    Names found = new Names(new HashSet<>(), new HashSet<>());
    for (Property property : providers.properties().properties()) {
      if (property.isSecret()) {
        found.names().add(fold(property.name().substring(property.name().lastIndexOf('.') + 1)));
      }
    }
    for (ProviderDescription provider : providers.providers()) {
      for (ProviderDescription.ServiceEntry service : provider.services()) {
        providers.service(provider.name(), service.name()).ifPresent(it -> read(it, found));
      }
    }
    return found;
  }

  private static void read(ServiceDescription service, Names found) {
    for (TableDescription table : service.tables()) {
      for (ColumnDescription column : table.columns()) {
        addIfSecret(column.name(), column.type(), column.secret(), found.names());
      }
      for (WriteMethod write : table.writes()) {
        Set<String> secret = new HashSet<>();
        for (WriteArgument argument : write.arguments()) {
          addIfSecret(argument.name(), argument.type(), argument.secret(), secret);
          if (argument.secret()) {
            argument.alsoCalled().forEach(name -> secret.add(fold(name)));
          }
        }
        found.names().addAll(secret);
        if (!secret.isEmpty()) {
          found.methods().add(fold(table.name()) + "." + fold(write.name()));
        }
      }
    }
  }

  private static void addIfSecret(String name, ColumnType type, boolean secret, Set<String> names) {
    if (secret) {
      names.add(fold(name));
    }
    if (type instanceof ArrayOf array) {
      addIfSecret(name, array.element(), false, names);
    } else if (type instanceof MapOf map) {
      addIfSecret(name, map.value(), false, names);
    } else if (type instanceof RowOf row) {
      for (Field field : row.fields()) {
        addIfSecret(field.name(), field.type(), field.secret(), names);
      }
    } else if (!(type instanceof Scalar)) {
      throw new IllegalArgumentException("a type that is not known: " + type);
    }
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
