package dev.imago.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the process holds, after a garbage collection.
 *
 * @param files how many are open, sockets among them; 0 where the system does not say
 */
record Resources(int threads, long files, long heapBytes) {
  private static final Path FILES = Path.of("/proc/self/fd");

  static Resources now() {
    System.gc();
    return new Resources(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openFiles(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private static long openFiles() {
    if (!Files.isDirectory(FILES)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(FILES)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the open files", e);
    }
  }

  @Override
  public String toString() {
    return threads + " threads, " + files + " files, " + heapBytes / 1024 / 1024 + " MB of heap";
  }
}
