package dev.imago.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {
  @Test
  void liesWhereTheDesktopKeepsCaches() {
    assertThat(CacheDirectory.of(Map.of("XDG_CACHE_HOME", "/c", "HOME", "/h")).path())
        .isEqualTo(Path.of("/c/imago"));
    assertThat(CacheDirectory.of(Map.of("HOME", "/h")).path())
        .isEqualTo(Path.of("/h/.cache/imago"));
    assertThat(CacheDirectory.of(Map.of("XDG_CACHE_HOME", "relative", "HOME", "/h")).path())
        .isEqualTo(Path.of("/h/.cache/imago"));
  }

  @Test
  void isMadeWhenItIsNotThere(@TempDir Path folder) throws IOException {
    CacheDirectory cache =
        CacheDirectory.of(Map.of("XDG_CACHE_HOME", folder.resolve("a/b").toString()));

    assertThat(cache.create()).isTrue();
    assertThat(cache.path()).isDirectory();

    Path file = Files.createFile(folder.resolve("file"));
    assertThat(CacheDirectory.of(Map.of("XDG_CACHE_HOME", file.toString())).create()).isFalse();
  }
}
