package dev.imago.launcher.architecture;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A module of ours. */
enum OwnModule {
  TESTING("dev.imago.testing"),
  CORE("dev.imago.core"),
  PARSER("dev.imago.parser"),
  CALCITE("dev.imago.calcite"),
  GOOGLE("dev.imago.google"),
  YANDEX("dev.imago.yandex"),
  OPENTELEKOM("dev.imago.opentelekom"),
  HUAWEI("dev.imago.huawei"),
  INVENTORY("dev.imago.inventory"),
  EMULATOR("dev.imago.emulator"),
  DRIVER("dev.imago.jdbc"),
  LAUNCHER("dev.imago.launcher");

  private final String rootPackage;

  OwnModule(String rootPackage) {
    this.rootPackage = rootPackage;
  }

  /** The modules that its code may name. */
  private Set<OwnModule> allowed() {
    return switch (this) {
      case TESTING, CORE, PARSER, EMULATOR -> Set.of();
      case GOOGLE, YANDEX, OPENTELEKOM, INVENTORY -> Set.of(CORE);
      case HUAWEI -> Set.of(CORE, OPENTELEKOM);
      case CALCITE -> Set.of(CORE, PARSER);
      case DRIVER -> Set.of(CORE, CALCITE);
      case LAUNCHER -> Set.of(CORE, DRIVER, EMULATOR);
    };
  }

  /** All packages of the module, as ArchUnit writes them. */
  String packages() {
    return rootPackage + "..";
  }

  /** The packages of the modules that its code may not name. */
  String[] forbidden() {
    Set<OwnModule> forbidden = EnumSet.allOf(OwnModule.class);
    forbidden.removeAll(allowed());
    forbidden.remove(this);
    return packagesOf(forbidden.toArray(OwnModule[]::new));
  }

  /** The packages of some modules. */
  static String[] packagesOf(OwnModule... modules) {
    return Arrays.stream(modules).map(OwnModule::packages).toArray(String[]::new);
  }
}
