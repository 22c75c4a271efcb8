package basedecl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * {@code make test-fast} leaves out the tags {@code database}, {@code run}, {@code browser} and
 * {@code slow}. A test that starts a database server, a whole run or a browser bears its tag, so
 * that the fast run stays fast.
 */
class TestTagsTest {

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages(Room.ROOT);

  /** Who names one of these asks for a MariaDB server. */
  private static final Set<String> SERVERS =
      Set.of("basedecl.testing.MariaDbServer", "basedecl.faults.ProductionServer");

  /** Who makes or calls one of these runs whole jobs; {@code Workplace.command} alone does not. */
  private static final Set<String> RUNS =
      Set.of("basedecl.cli.InProcess", "basedecl.cli.OwnProcess", "basedecl.cli.JobRun");

  @Test
  void aTestThatNeedsADatabaseServerSaysSo() {
    assertThat(tests(type -> names(type, SERVERS)))
        .hasSizeGreaterThan(10)
        .allSatisfy(type -> assertThat(tags(type)).as(type.getName()).contains("database"));
  }

  @Test
  void aTestThatRunsWholeJobsSaysSo() {
    assertThat(tests(type -> names(type, RUNS) || makesAWorkplace(type) || breaksRuns(type)))
        .hasSizeGreaterThan(20)
        .allSatisfy(type -> assertThat(tags(type)).as(type.getName()).contains("run"));
  }

  @Test
  void aTestThatLooksAtPagesInABrowserSaysSo() {
    assertThat(tests(type -> names(type, Set.of("basedecl.desk.DeskBrowser"))))
        .isNotEmpty()
        .allSatisfy(type -> assertThat(tags(type)).as(type.getName()).contains("browser"));
  }

  @Test
  void noOtherTagIsInUse() {
    assertThat(tests(type -> !tags(type).isEmpty()))
        .allSatisfy(
            type ->
                assertThat(Set.of("database", "run", "browser", "slow")).containsAll(tags(type)));
  }

  private interface Trait {

    boolean holds(JavaClass type);
  }

  /** The classes with tests to run, inherited ones too. */
  private static List<JavaClass> tests(Trait trait) {
    return TESTS.stream()
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(
            type ->
                type.getAllMethods().stream()
                    .anyMatch(each -> each.isMetaAnnotatedWith(Testable.class)))
        .filter(trait::holds)
        .toList();
  }

  private static boolean names(JavaClass type, Set<String> wanted) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(each -> wanted.contains(each.getTargetClass().getName()));
  }

  private static boolean makesAWorkplace(JavaClass type) {
    return type.getConstructorCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().getName().equals("basedecl.cli.Workplace"));
  }

  private static boolean breaksRuns(JavaClass type) {
    return type.getPackageName().equals("basedecl.faults");
  }

  private static Set<String> tags(JavaClass type) {
    Tag[] tags = type.reflect().getAnnotationsByType(Tag.class);
    return Arrays.stream(tags).map(Tag::value).collect(Collectors.toSet());
  }
}
