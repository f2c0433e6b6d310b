package dev.imago.launcher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams of the process.
 *
 * @param in where a script can come from
 * @param out where data goes, in UTF-8; its failures are not hidden, as a PrintStream's are
 * @param err where all else goes, in UTF-8
 */
record Streams(InputStream in, OutputStream out, PrintStream err) {

  static Streams ofProcess() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }
}
