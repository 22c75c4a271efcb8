package basedecl.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code keeps to the house's table, and every rule of it bites a planted violation. */
class HouseTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Room.ROOT);

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(Room.PLANTED);

  @ParameterizedTest
  @MethodSource("basedecl.architecture.Room#all")
  void everyRoomImportsOnlyWhatItsRowAllows(Room room) {
    HouseRules.allowListOf(room).check(CODE);
  }

  @ParameterizedTest
  @MethodSource("basedecl.architecture.Room#all")
  void anImportOutsideItsRowIsCaughtInEveryRoom(Room room) {
    assertBites(HouseRules.allowListOf(room), room.path() + ".Trespasser");
  }

  @Test
  void everyRoomOfTheTableHoldsClasses() {
    assertThat(Room.all())
        .allSatisfy(
            room ->
                assertThat(CODE.stream().map(Room::of).flatMap(Optional::stream))
                    .as(room.path())
                    .contains(room));
  }

  @Test
  void noImportsRunInACircle() {
    HouseRules.NO_CIRCLES.check(CODE);
    assertThat(HouseRules.circlesBelow(Room.PLANTED).evaluate(PLANTED).getFailureReport())
        .extracting(Object::toString)
        .asString()
        .contains("policy.Returns");
  }

  @Test
  void noPackageIsCrowded() {
    assertThat(HouseRules.crowded(CODE, HouseRules.CROWD)).isEmpty();
    assertThat(HouseRules.crowded(PLANTED, 1)).contains(Room.PLANTED + ".money holds 2 files");
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
    HouseRules.JOBS_DO_NOT_IMPORT_EACH_OTHER.check(CODE);
    assertBites(HouseRules.JOBS_DO_NOT_IMPORT_EACH_OTHER, "job.latefee.Peeps");
    assertThat(HouseRules.JOBS_DO_NOT_IMPORT_EACH_OTHER.evaluate(PLANTED).getFailureReport())
        .extracting(Object::toString)
        .asString()
        .doesNotContain("job.declaration.SharesFairly");
  }

  @Test
  void everyStatementGoesThroughTheTemplateThatKeepsDataOutOfMessages() {
    HouseRules.ONE_TEMPLATE_FOR_STATEMENTS.check(CODE);
    assertBites(HouseRules.ONE_TEMPLATE_FOR_STATEMENTS, "ledger.database.TellsTheRow.template");
    assertBites(HouseRules.ONE_TEMPLATE_FOR_STATEMENTS, "ledger.database.TellsTheRow.client");
  }

  @Test
  void everyRoomSaysWhatItIsFor() {
    HouseRules.everyRoomSaysWhatItIsFor(CODE).check(CODE);
    assertBites(HouseRules.everyRoomSaysWhatItIsFor(PLANTED), "money has no package-info");
  }

  @Test
  void aRuleThatMatchesNothingFails() {
    JavaClasses nothing = new ClassFileImporter().importClasses(String.class);
    assertThatThrownBy(() -> HouseRules.allowListOf(Room.named("money")).check(nothing))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  private static void assertBites(ArchRule rule, String planted) {
    assertThat(rule.evaluate(PLANTED).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(Room.PLANTED + "." + planted));
  }
}
