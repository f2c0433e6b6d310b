package dev.imago.onejar;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What another program may bring: classes with the names of those inside, which are none of them,
 * and the files by which libraries find their settings and their parts.
 */
final class Decoys {
  private static final List<String> CLASSES =
      List.of(
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.github.benmanes.caffeine.cache.Caffeine",
          "com.google.auth.oauth2.GoogleCredentials",
          "com.google.common.collect.ImmutableList",
          "com.google.common.collect.ImmutableMap",
          "com.google.gson.Gson",
          "com.google.protobuf.Message",
          "com.jayway.jsonpath.JsonPath",
          "kotlin.Unit",
          "okhttp3.OkHttpClient",
          "okio.Buffer",
          "org.apache.calcite.avatica.util.ByteString",
          "org.apache.calcite.config.CalciteSystemProperty",
          "org.apache.calcite.jdbc.Driver",
          "org.apache.calcite.linq4j.Enumerable",
          "org.apache.calcite.runtime.SqlFunctions",
          "org.codehaus.commons.compiler.CompilerFactoryFactory",
          "org.codehaus.janino.CompilerFactory",
          "org.slf4j.LoggerFactory",
          "org.slf4j.spi.SLF4JServiceProvider",
          "org.yaml.snakeyaml.Yaml");

  private Decoys() {}

  /** Writes them into a folder. */
  static void write(Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    for (String name : CLASSES) {
      int dot = name.lastIndexOf('.');
      Path source = folder.resolve(name.replace('.', '/') + ".java");
      Files.createDirectories(source.getParent());
      Files.writeString(
          source,
          "package "
              + name.substring(0, dot)
              + "; public class "
              + name.substring(dot + 1)
              + " {}");
      arguments.add(source.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the decoys do not compile");
    }
    service(folder, "org.slf4j.spi.SLF4JServiceProvider", "org.slf4j.spi.SLF4JServiceProvider");
    service(
        folder, "org.codehaus.commons.compiler.ICompilerFactory", "org.codehaus.janino.Missing");
    service(folder, "com.fasterxml.jackson.core.JsonFactory", "com.fasterxml.Missing");
    Files.writeString(folder.resolve("saffron.properties"), "calcite.default.charset=NONE\n");
    Files.writeString(
        folder.resolve("org.codehaus.commons.compiler.properties"), "compilerFactory=Missing\n");
  }

  private static void service(Path folder, String service, String implementation)
      throws IOException {
    Path file = folder.resolve("META-INF/services").resolve(service);
    Files.createDirectories(file.getParent());
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write(implementation + "\n");
    }
  }
}
