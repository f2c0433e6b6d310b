package dev.imago.onejar;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Loads classes as a program's class path does, beside the JDK's alone, and notes their names. */
final class RecordingLoader extends URLClassLoader {
  private final Set<String> found = new ConcurrentSkipListSet<>();

  RecordingLoader(URL... urls) {
    super("one jar", urls, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> type = super.findClass(name);
    found.add(name);
    return type;
  }

  /** The names of the classes that it has loaded. */
  Set<String> found() {
    return new TreeSet<>(found);
  }
}
