package dev.imago.launcher.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows between the modules, of which this module is the only one that sees them all. */
class ArchitectureTest {
  private static final String[] CALCITE = {"org.apache.calcite..", "org.apache.calcite"};
  private static final String[] JDBC = {"java.sql..", "javax.sql.."};

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.imago");

  @ParameterizedTest
  @EnumSource
  void hasClassesToLookAt(OwnModule module) {
    assertThat(CLASSES).anyMatch(found -> found.getName().startsWith(packageOf(module)));
  }

  @ParameterizedTest
  @EnumSource
  void namesOnlyTheModulesBelowIt(OwnModule module) {
    check(
        noClasses()
            .that()
            .resideInAPackage(module.packages())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(module.forbidden()));
  }

  @Test
  void everyClassIsOfAModule() {
    String[] all = OwnModule.packagesOf(OwnModule.values());
    assertThat(
            CLASSES.stream()
                .filter(found -> !JavaClass.Predicates.resideInAnyPackage(all).test(found)))
        .isEmpty();
  }

  @Test
  void onlyTheEngineAndTheDriverKnowCalcite() {
    check(
        naming(
            CALCITE,
            OwnModule.CORE,
            OwnModule.GOOGLE,
            OwnModule.YANDEX,
            OwnModule.OPENTELEKOM,
            OwnModule.HUAWEI,
            OwnModule.EMULATOR,
            OwnModule.LAUNCHER));
  }

  @Test
  void onlyTheDriverAndTheLauncherKnowJdbc() {
    check(
        naming(
            JDBC,
            OwnModule.CORE,
            OwnModule.CALCITE,
            OwnModule.GOOGLE,
            OwnModule.YANDEX,
            OwnModule.OPENTELEKOM,
            OwnModule.HUAWEI,
            OwnModule.EMULATOR));
  }

  @Test
  void nobodyUsesHooksWhichAreGlobalToTheProcess() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.calcite.runtime.Hook"));
  }

  @Test
  void noLibraryWritesToTheStandardStreams() {
    for (OwnModule module :
        new OwnModule[] {
          OwnModule.CORE,
          OwnModule.CALCITE,
          OwnModule.GOOGLE,
          OwnModule.YANDEX,
          OwnModule.OPENTELEKOM,
          OwnModule.HUAWEI,
          OwnModule.DRIVER
        }) {
      check(
          noClasses()
              .that()
              .resideInAPackage(module.packages())
              .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
    }
  }

  /** The tests search the log for secrets, and users look into it for what a tool does not show. */
  @Test
  void exceptionsAreMadeOnlyWhereTheyAreLogged() {
    check(makingExceptionsButIn("SqlErrors", "Batches", "ConnectionSettings"));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("dev.imago.(**)").should().beFreeOfCycles());
  }

  /** A rule that nothing can break proves nothing. */
  @Test
  void rulesCanFail() {
    assertThat(naming(CALCITE, OwnModule.CALCITE).evaluate(CLASSES).hasViolation()).isTrue();
    assertThat(naming(JDBC, OwnModule.DRIVER).evaluate(CLASSES).hasViolation()).isTrue();
    assertThat(
            naming(OwnModule.packagesOf(OwnModule.CORE), OwnModule.CALCITE)
                .evaluate(CLASSES)
                .hasViolation())
        .isTrue();
    assertThat(makingExceptionsButIn("Batches").evaluate(CLASSES).hasViolation()).isTrue();
  }

  private static ArchRule makingExceptionsButIn(String... makers) {
    return noClasses()
        .that(DescribedPredicate.not(describe("make them", made -> isOneOf(made, makers))))
        .should()
        .callConstructorWhere(
            describe(
                "it is of a SQLException",
                call ->
                    call.getTargetOwner().isAssignableTo(SQLException.class)
                        && !call.getTargetOwner().isAssignableTo(SQLWarning.class)));
  }

  private static boolean isOneOf(JavaClass found, String... names) {
    return List.of(names).contains(found.getSimpleName());
  }

  private static ArchRule naming(String[] packages, OwnModule... modules) {
    return noClasses()
        .that()
        .resideInAnyPackage(OwnModule.packagesOf(modules))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  private static String packageOf(OwnModule module) {
    return module.packages().substring(0, module.packages().length() - 1);
  }
}
