package dev.imago.launcher.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Where the command keeps files of its own.
 *
 * @param path {@code $XDG_CACHE_HOME/imago}, or {@code ~/.cache/imago}
 */
record CacheDirectory(Path path) {
  private static final String NAME = "imago";

  /**
   * Finds it.
   *
   * @param environment the variables of the process; a relative XDG_CACHE_HOME counts as none
   */
  static CacheDirectory of(Map<String, String> environment) {
    Path base = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    if (!base.isAbsolute()) {
      base = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache");
    }
    return new CacheDirectory(base.resolve(NAME));
  }

  /**
   * Makes it, if it is not there. Nobody else can look into it.
   *
   * @return whether files can be written to it
   */
  boolean create() {
    try {
      Files.createDirectories(path);
      if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException notWritable) {
      return false;
    }
    return Files.isWritable(path);
  }
}
