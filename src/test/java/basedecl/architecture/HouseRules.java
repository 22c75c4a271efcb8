package basedecl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The rules of the house; the same objects judge the code and the planted violations. */
final class HouseRules {

  private static final List<String> EVERYWHERE =
      List.of(
          "java",
          "javax",
          "org.jspecify.annotations",
          "com.google.errorprone.annotations",
          "org.apache.commons.codec");

  private static final List<String> NOT_IN_THE_DOMAIN =
      List.of(
          "org.springframework",
          "java.io",
          "java.nio.file",
          "java.nio.channels",
          "java.sql",
          "javax.sql");

  private static final List<String> NO_NAMES =
      List.of("util", "common", "impl", "manager", "config");

  /** What jobs have in common; the other rooms below {@code job} hold one job each. */
  private static final List<String> SHARED_BY_JOBS =
      List.of("run", "launch", "metrics", "submitted", "intake", "agency", "remote", "material");

  /** Starts any of them by its name. */
  private static final String KNOWS_EVERY_JOB = "job.desk";

  private static final String LEDGER_OPENER = "basedecl.ledger.database.LedgerDatabase";

  private static final String BATCH = "org.springframework.batch";

  static final ArchRule EVERY_CLASS_LIVES_IN_A_ROOM =
      classes()
          .should(
              violateNothing(
                  "live in a room of the house",
                  (JavaClass type) ->
                      Room.of(type).isPresent()
                          ? List.of()
                          : List.of(type.getName() + " lives in no room of the house")));

  static final ArchRule NO_CATCH_ALL_PACKAGES =
      classes()
          .should(
              violateNothing(
                  "not live in a package named " + NO_NAMES,
                  (JavaClass type) ->
                      Arrays.stream(type.getPackageName().split("\\.", -1))
                          .filter(NO_NAMES::contains)
                          .map(word -> type.getName() + " lives in a package named " + word)
                          .toList()));

  static final ArchRule ONLY_JOBS_SEE_BATCH =
      classes()
          .that(inRoom("any room but job", room -> !isJob(room)))
          .should(
              dependOnNothingThat(
                  "is Spring Batch", (type, target) -> Room.isOrBelow(packageOf(target), BATCH)));

  static final ArchRule THE_DOMAIN_IS_FREE =
      classes()
          .that(inRoom("a domain room", Room::isDomain))
          .should(
              dependOnNothingThat(
                  "is Spring, a file, a database or a clock",
                  (type, target) ->
                      NOT_IN_THE_DOMAIN.stream()
                              .anyMatch(banned -> Room.isOrBelow(packageOf(target), banned))
                          || target.getName().equals("java.time.Clock")))
          .andShould(readNoClock());

  static final ArchRule JOBS_DO_NOT_IMPORT_EACH_OTHER =
      classes()
          .that(inRoom("job", room -> isJob(room) && !room.path().equals(KNOWS_EVERY_JOB)))
          .should(
              dependOnNothingThat(
                  "is another job",
                  (type, target) ->
                      job(target)
                          .filter(other -> !SHARED_BY_JOBS.contains(other))
                          .filter(other -> !job(type).equals(Optional.of(other)))
                          .isPresent()));

  /** The ledger's own template alone keeps data out of messages. */
  static final ArchRule ONE_TEMPLATE_FOR_STATEMENTS =
      classes()
          .that(describe("do not open the ledger", type -> !type.getName().equals(LEDGER_OPENER)))
          .should(
              violateNothing(
                  "make no template of their own",
                  (JavaClass type) ->
                      type.getAccessesFromSelf().stream()
                          .filter(access -> makesATemplate(access.getTarget()))
                          .map(JavaAccess::getDescription)
                          .toList()));

  static final ArchRule NO_CIRCLES = circlesBelow(Room.ROOT);

  /** A package with more files than a stranger takes in at a glance has rooms inside it. */
  static final int CROWD = 22;

  private HouseRules() {}

  /** No package leads back to itself, whatever way its imports take. */
  static ArchRule circlesBelow(String root) {
    return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** The packages with more than {@link #CROWD} top-level classes. */
  static List<String> crowded(Iterable<JavaClass> all, int crowd) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (JavaClass type : all) {
      if (type.isTopLevelClass()) {
        sizes.merge(type.getPackageName(), 1, Integer::sum);
      }
    }
    return sizes.entrySet().stream()
        .filter(size -> size.getValue() > crowd)
        .map(size -> size.getKey() + " holds " + size.getValue() + " files")
        .toList();
  }

  /** The allow-list of one room, a row of the table. */
  static ArchRule allowListOf(Room room) {
    return classes()
        .that(inRoom(room.path(), room::equals))
        .should(
            dependOnNothingThat(
                "is neither of " + room.mayImport() + " nor of " + room.libraries(),
                (type, target) -> !mayUse(room, target)));
  }

  /** Every room that has classes says in a package-info what it is for. */
  static ArchRule everyRoomSaysWhatItIsFor(Iterable<JavaClass> all) {
    Set<String> described = new HashSet<>();
    for (JavaClass type : all) {
      if (type.getSimpleName().equals("package-info")) {
        described.add(type.getPackageName());
      }
    }
    return classes()
        .that(inRoom("a room", room -> true))
        .should(
            violateNothing(
                "live in a package with a package-info",
                (JavaClass type) ->
                    described.contains(type.getPackageName())
                        ? List.of()
                        : List.of(type.getPackageName() + " has no package-info")));
  }

  private static boolean mayUse(Room room, JavaClass target) {
    Optional<Room> other = Room.of(target);
    if (other.isPresent()) {
      return room.mayImport().contains(other.get().path());
    }
    return target.isPrimitive()
        || EVERYWHERE.stream().anyMatch(allowed -> Room.isOrBelow(packageOf(target), allowed))
        || room.libraries().stream().anyMatch(own -> Room.isOrBelow(packageOf(target), own));
  }

  private static boolean isJob(Room room) {
    return Room.isOrBelow(room.path(), "job");
  }

  private static Optional<String> job(JavaClass type) {
    return Room.residence(type)
        .filter(path -> path.startsWith("job."))
        .map(path -> path.split("\\.", -1)[1]);
  }

  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }

  private static DescribedPredicate<JavaClass> inRoom(
      String words, java.util.function.Predicate<Room> wanted) {
    return describe("are in " + words, type -> Room.of(type).filter(wanted).isPresent());
  }

  private interface Forbidden {
    boolean test(JavaClass type, JavaClass target);
  }

  private static ArchCondition<JavaClass> dependOnNothingThat(String words, Forbidden forbidden) {
    return violateNothing(
        "depend on nothing that " + words,
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(
                    found -> forbidden.test(type, found.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .toList());
  }

  private static ArchCondition<JavaClass> readNoClock() {
    return violateNothing(
        "read no clock",
        type ->
            type.getAccessesFromSelf().stream()
                .filter(access -> readsTheClock(access.getTarget()))
                .map(JavaAccess::getDescription)
                .toList());
  }

  private static boolean readsTheClock(AccessTarget target) {
    String owner = target.getOwner().getName();
    return (owner.startsWith("java.time.") && target.getName().equals("now"))
        || (owner.equals("java.lang.System")
            && List.of("currentTimeMillis", "nanoTime").contains(target.getName()))
        || owner.equals("java.util.Date")
        || owner.equals("java.util.Calendar");
  }

  private static boolean makesATemplate(AccessTarget target) {
    String owner = target.getOwner().getName();
    return (owner.equals("org.springframework.jdbc.core.JdbcTemplate")
            && target.getName().equals("<init>"))
        || (owner.equals("org.springframework.jdbc.core.simple.JdbcClient")
            && target.getFullName().contains("create(javax.sql.DataSource"));
  }

  private static ArchCondition<JavaClass> violateNothing(
      String words, Function<JavaClass, List<String>> violations) {
    return new ArchCondition<>(words) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (String violation : violations.apply(type)) {
          events.add(SimpleConditionEvent.violated(type, violation));
        }
      }
    };
  }
}
