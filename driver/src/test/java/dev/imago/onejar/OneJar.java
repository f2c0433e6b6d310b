package dev.imago.onejar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jar that the build has just made. */
final class OneJar implements AutoCloseable {
  private static final String SERVICES = "META-INF/services/";
  private static final String CLASS = ".class";

  private final JarFile jar;

  OneJar() throws IOException {
    jar = new JarFile(file().toFile());
  }

  /** Where it is. */
  static Path file() {
    return Path.of(System.getProperty("imago.jar"));
  }

  /** The names of all files inside. */
  List<String> files() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
  }

  /** The names of the packages that have classes. */
  List<String> packages() {
    return files().stream()
        .filter(name -> name.endsWith(CLASS))
        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
        .distinct()
        .toList();
  }

  /** The names of the services that classes are registered for. */
  List<String> services() {
    return files().stream()
        .filter(name -> name.startsWith(SERVICES))
        .map(name -> name.substring(SERVICES.length()))
        .toList();
  }

  /** The names of the classes that are registered for a service. */
  List<String> implementations(String service) {
    return lines(SERVICES + service).filter(line -> !line.isBlank()).toList();
  }

  boolean hasClass(String name) {
    return jar.getEntry(name.replace('.', '/') + CLASS) != null;
  }

  Stream<String> lines(String file) {
    try {
      byte[] bytes = jar.getInputStream(jar.getEntry(file)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
