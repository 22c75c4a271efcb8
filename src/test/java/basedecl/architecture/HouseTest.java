package basedecl.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code keeps to the house's table, and every rule of it bites a planted violation. */
class HouseTest {

  /** Rooms of the plan that may still be empty; every other room must hold classes. */
  private static final Set<Room> EXPECTED_LATER = EnumSet.noneOf(Room.class);

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Room.ROOT);

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(Room.PLANTED);

  @ParameterizedTest
  @EnumSource(Room.class)
  void everyRoomImportsOnlyWhatItsRowAllows(Room room) {
    if (isExpectedLater(room)) {
      return;
    }
    HouseRules.allowListOf(room).check(CODE);
  }

  @ParameterizedTest
  @EnumSource(Room.class)
  void anImportOutsideItsRowIsCaughtInEveryRoom(Room room) {
    assertBites(HouseRules.allowListOf(room), room.packageName() + ".Trespasser");
  }

  @Test
  void everyRoomOfThePlanHoldsClasses() {
    assertThat(Arrays.stream(Room.values()).filter(room -> !isExpectedLater(room)))
        .allSatisfy(room -> assertThat(isEmpty(room)).as(room.packageName()).isFalse());
  }

  @Test
  void everyClassLivesInARoom() {
    HouseRules.EVERY_CLASS_LIVES_IN_A_ROOM.check(CODE);
    assertBites(HouseRules.EVERY_CLASS_LIVES_IN_A_ROOM, "attic.Homeless");
  }

  @Test
  void noPackageIsACatchAll() {
    HouseRules.NO_CATCH_ALL_PACKAGES.check(CODE);
    assertBites(HouseRules.NO_CATCH_ALL_PACKAGES, "money.util.Helpers");
  }

  @Test
  void onlyJobsSeeSpringBatch() {
    HouseRules.ONLY_JOBS_SEE_BATCH.check(CODE);
    assertBites(HouseRules.ONLY_JOBS_SEE_BATCH, "cli.BatchInTheHall");
  }

  @Test
  void theDomainKnowsNoSpringNoFileNoClockAndNoDatabase() {
    HouseRules.THE_DOMAIN_IS_FREE.check(CODE);
    assertBites(HouseRules.THE_DOMAIN_IS_FREE, "money.SpringInTheCellar");
    assertBites(HouseRules.THE_DOMAIN_IS_FREE, "message.ReadsAFile");
    assertBites(HouseRules.THE_DOMAIN_IS_FREE, "policy.AsksADatabase");
    assertBites(HouseRules.THE_DOMAIN_IS_FREE, "assessment.HoldsAClock");
    assertBites(HouseRules.THE_DOMAIN_IS_FREE, "audit.ReadsTheDay");
    assertBites(HouseRules.THE_DOMAIN_IS_FREE, "declaration.CountsMilliseconds");
  }

  @Test
  void jobsDoNotImportEachOther() {
    if (!isExpectedLater(Room.JOB)) {
      HouseRules.JOBS_DO_NOT_IMPORT_EACH_OTHER.check(CODE);
    }
    assertBites(HouseRules.JOBS_DO_NOT_IMPORT_EACH_OTHER, "job.latefee.Peeps");
    assertThat(HouseRules.JOBS_DO_NOT_IMPORT_EACH_OTHER.evaluate(PLANTED).getFailureReport())
        .extracting(Object::toString)
        .asString()
        .doesNotContain("job.declaration.SharesFairly");
  }

  @Test
  void everyRoomSaysWhatItIsFor() {
    HouseRules.everyRoomSaysWhatItIsFor(CODE).check(CODE);
    assertBites(HouseRules.everyRoomSaysWhatItIsFor(PLANTED), "money has no package-info");
  }

  @Test
  void aRuleThatMatchesNothingFails() {
    JavaClasses nothing = new ClassFileImporter().importClasses(String.class);
    assertThatThrownBy(() -> HouseRules.allowListOf(Room.MONEY).check(nothing))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  private static void assertBites(ArchRule rule, String planted) {
    assertThat(rule.evaluate(PLANTED).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(Room.PLANTED + "." + planted));
  }

  private static boolean isExpectedLater(Room room) {
    return EXPECTED_LATER.contains(room) && isEmpty(room);
  }

  private static boolean isEmpty(Room room) {
    return CODE.stream().noneMatch(type -> Room.of(type).filter(room::equals).isPresent());
  }
}
