package dev.imago.onejar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the jar, and what is not. */
class ContentIT {
  private static final long MOST_BYTES = 35_000_000;
  private static final String OTHERS = "dev.imago.shaded.";

  private static OneJar jar;

  @BeforeAll
  static void open() throws IOException {
    jar = new OneJar();
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void everyClassAndResourceHasANameOfOurs() {
    assertThat(jar.files())
        .filteredOn(name -> !name.startsWith("META-INF/"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev/imago/"));
  }

  @Test
  void nothingOfAnotherJarStandsBesides() {
    assertThat(jar.files())
        .filteredOn(name -> name.startsWith("META-INF/") && !name.startsWith("META-INF/services/"))
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF",
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/LIBRARIES",
            "META-INF/FastDoubleParser-LICENSE",
            "META-INF/FastDoubleParser-ThirdParty-LICENSE",
            "META-INF/Schubfach-LICENSE");
    assertThat(jar.files()).noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void theDriverIsTheOnlyOne() {
    assertThat(jar.implementations("java.sql.Driver"))
        .containsExactly("dev.imago.jdbc.ImagoDriver");
  }

  @Test
  void servicesAreOfOursAndTheirClassesAreThere() {
    assertThat(jar.services())
        .allMatch(name -> name.equals("java.sql.Driver") || name.startsWith("dev.imago."))
        .allSatisfy(
            service ->
                assertThat(jar.implementations(service)).isNotEmpty().allMatch(jar::hasClass));
    assertThat(jar.implementations("dev.imago.core.provider.Provider")).hasSize(4);
    assertThat(jar.implementations("dev.imago.core.provider.ViewSource")).hasSize(1);
  }

  @Test
  void theEmulatorIsNotInIt() {
    assertThat(jar.packages()).noneMatch(name -> name.startsWith("dev.imago.emulator"));
  }

  @Test
  void itIsSmallEnough() throws IOException {
    assertThat(Files.size(OneJar.file())).isLessThan(MOST_BYTES);
  }

  @Test
  void everyLibraryIsNamedWithItsLicence() {
    List<String> named =
        jar.lines("META-INF/LIBRARIES")
            .dropWhile(line -> !line.startsWith("packages "))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .map(line -> OTHERS + line.split(" ", 2)[0])
            .toList();
    List<String> inside = jar.packages().stream().filter(name -> name.startsWith(OTHERS)).toList();

    assertThat(inside).allMatch(name -> named.stream().anyMatch(root -> isWithin(root, name)));
    assertThat(named).allMatch(root -> inside.stream().anyMatch(name -> isWithin(root, name)));
    assertThat(jar.lines("META-INF/LICENSE")).anyMatch(line -> line.contains("Apache License"));
    assertThat(Set.copyOf(jar.lines("META-INF/NOTICE").toList()))
        .contains("Apache Calcite", "Apache Calcite -- Avatica", "Apache Commons Lang");
  }

  private static boolean isWithin(String root, String name) {
    return name.equals(root) || name.startsWith(root + ".");
  }
}
