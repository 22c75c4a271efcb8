package basedecl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of the house's table: a package under {@code basedecl}, the rooms it may import and the
 * libraries it may use beside the JDK. A planted class (a violation that proves a rule) counts as
 * an inhabitant of the room whose name follows {@link #PLANTED}.
 */
enum Room {
  MESSAGE,
  MONEY,
  POLICY,
  DECLARATION,
  ASSESSMENT,
  AUDIT,
  POLICYFILE,
  SPREADSHEET,
  LEDGER,
  REPORT,
  JOB,
  CLI;

  static final String ROOT = "basedecl";
  static final String PLANTED = "basedecl.architecture.planted";

  /** The rooms that know no Spring, no file, no clock and no database. */
  static final Set<Room> DOMAIN = EnumSet.range(MESSAGE, AUDIT);

  String packageName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Packages beside the JDK's that the room may use, with all below them. */
  List<String> libraries() {
    return switch (this) {
      case MESSAGE, MONEY, POLICY, ASSESSMENT, AUDIT -> List.of();
      case DECLARATION -> List.of("jakarta.validation", "org.hibernate.validator");
      case POLICYFILE -> List.of("org.yaml.snakeyaml", "org.slf4j");
      case SPREADSHEET ->
          List.of(
              "org.apache.poi",
              "org.openxmlformats.schemas",
              "org.apache.commons.csv",
              "org.apache.commons.compress",
              "org.jsoup",
              "com.fasterxml.aalto",
              "org.codehaus.stax2",
              "org.dhatim.fastexcel",
              "org.w3c.dom",
              "org.xml.sax",
              "org.slf4j");
      case LEDGER ->
          List.of(
              "org.springframework.jdbc",
              "org.springframework.dao",
              "org.springframework.transaction",
              "org.flywaydb",
              "com.zaxxer.hikari",
              "org.slf4j");
      case REPORT -> List.of("tools.jackson", "com.fasterxml.jackson.annotation", "org.slf4j");
      case JOB ->
          List.of(
              "org.springframework",
              "org.flywaydb",
              "com.zaxxer.hikari",
              "org.yaml.snakeyaml",
              "me.tongfei.progressbar",
              "ch.qos.logback",
              "org.slf4j");
      case CLI ->
          List.of(
              "org.springframework",
              "picocli",
              "me.tongfei.progressbar",
              "org.slf4j",
              "tools.jackson",
              "com.zaxxer.hikari");
    };
  }

  /** The rooms this one may import; itself is always allowed. */
  Set<Room> mayImport() {
    return switch (this) {
      case MESSAGE -> EnumSet.of(MESSAGE);
      case MONEY -> EnumSet.of(MONEY, MESSAGE);
      case POLICY -> EnumSet.of(POLICY, MONEY, MESSAGE);
      case DECLARATION -> EnumSet.of(DECLARATION, MONEY, MESSAGE);
      case POLICYFILE -> EnumSet.of(POLICYFILE, POLICY, MONEY, MESSAGE);
      case SPREADSHEET -> EnumSet.of(SPREADSHEET, DECLARATION, MONEY, MESSAGE);
      case LEDGER -> union(DOMAIN, LEDGER);
      case REPORT -> union(DOMAIN, REPORT, LEDGER, SPREADSHEET);
      case ASSESSMENT, AUDIT, JOB, CLI -> EnumSet.range(MESSAGE, this);
    };
  }

  /** The room a class lives in; empty for one that is not of this project or in no room. */
  static Optional<Room> of(JavaClass javaClass) {
    return residence(javaClass)
        .flatMap(
            path ->
                Arrays.stream(values())
                    .filter(room -> isOrBelow(path, room.packageName()))
                    .findFirst());
  }

  /** The package path below the root, {@code job.declaration} for example. */
  static Optional<String> residence(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    return Stream.of(PLANTED, ROOT)
        .filter(root -> isOrBelow(name, root))
        .findFirst()
        .map(root -> name.equals(root) ? "" : name.substring(root.length() + 1));
  }

  static boolean isOrBelow(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  private static Set<Room> union(Set<Room> rooms, Room... more) {
    Set<Room> all = EnumSet.copyOf(rooms);
    all.addAll(List.of(more));
    return all;
  }
}
