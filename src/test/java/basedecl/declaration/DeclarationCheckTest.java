package basedecl.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclarationCheckTest {

  private static final String LI = "11010519491231002X";

  private final DeclarationCheck check = check(Population.EMPLOYEES, Optional.empty());

  @Test
  void rowsReadAreRowsAcceptedAndRowsRejectedForEachEmployer() {
    check.add(Rows.good().at("一", 2).row());
    check.add(Rows.good().at("一", 3).with(Field.ID_NUMBER, LI).with(Field.WAGE, "").row());
    check.add(Rows.good().at("一", 4).employer("002").with(Field.WAGE, 6000).row());
    check.add(
        Rows.good()
            .at("一", 5)
            .employer("002")
            .with(Field.ID_NUMBER, LI)
            .with(Field.WAGE, "1.5")
            .row());
    assertThat(check.finish(List.of()))
        .containsExactly(
            new EmployerTally("0370700001", "潍坊某某有限公司", 2, 1, 1, Money.of(5000), List.of()),
            new EmployerTally("002", "潍坊某某有限公司", 2, 2, 0, Money.of("6001.50"), List.of()));
    assertThat(check.finish(List.of()))
        .extracting(EmployerTally::refused)
        .containsExactly(true, false);
  }

  @Test
  void aPersonTwiceAtOneEmployerIsRefusedAndNamesTheFirstRow() {
    check.add(Rows.good().at("一", 2).with(Field.ID_NUMBER, "110105491231002").row());
    RowOutcome second = check.add(Rows.good().at("二", 9).with(Field.ID_NUMBER, LI).row());
    RowOutcome third = check.add(Rows.good().at("二", 10).with(Field.ID_NUMBER, LI).row());
    Finding expected =
        Finding.of(
            FindingCode.PERSON_DUPLICATE,
            "0370700001",
            new SourceCell("二", 9, Field.ID_NUMBER.ordinal()),
            "row-of-sheet",
            "2",
            "一");
    assertThat(second.findings()).containsExactly(expected);
    assertThat(third.findings())
        .extracting(Finding::arguments)
        .containsExactly(List.of("row-of-sheet", "2", "一"));
    assertThat(check.finish(List.of()))
        .extracting(EmployerTally::rowsAccepted, EmployerTally::rowsRejected)
        .containsExactly(tuple(1L, 2L));
  }

  @Test
  void aDuplicateIsFoundEvenWhereOneOfTheRowsIsWrongOtherwise() {
    check.add(Rows.good().at("", 2).with(Field.WAGE, "面议").row());
    RowOutcome second = check.add(Rows.good().at("", 3).with(Field.NAME, "").row());
    assertThat(second.findings())
        .extracting(Finding::code, Finding::arguments)
        .containsExactly(
            tuple(FindingCode.NAME_MISSING, List.of("name-blank")),
            tuple(FindingCode.PERSON_DUPLICATE, List.of("row-of-file", "2", "")));
  }

  @Test
  void aPassportTwiceIsADuplicateToo() {
    Rows passport = Rows.good().with(Field.DOCUMENT_KIND, "护照").with(Field.ID_NUMBER, "E12345678");
    check.add(passport.at("一", 2).row());
    assertThat(check.add(passport.at("一", 3).row()).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.PERSON_DUPLICATE);
  }

  @Test
  void thePersonOfAnotherEmployerIsNoDuplicate() {
    check.add(Rows.good().at("一", 2).row());
    assertThat(check.add(Rows.good().at("一", 3).employer("002").row()))
        .isInstanceOf(RowOutcome.Accepted.class);
  }

  @Test
  void everyRowWithoutEmployerIsToldAndCountedApart() {
    check.add(Rows.good().at("一", 2).employer("").row());
    RowOutcome second = check.add(Rows.good().at("一", 3).employer("").row());
    assertThat(second.findings())
        .containsExactly(
            Finding.of(
                FindingCode.EMPLOYER_MISSING,
                "",
                new SourceCell("一", 3, Field.EMPLOYER_CODE.ordinal())));
    assertThat(check.finish(List.of()))
        .extracting(EmployerTally::employerCode, EmployerTally::rowsRejected)
        .containsExactly(tuple("", 2L));
  }

  @Test
  void anEmployerThatIsNotOnTheRosterIsToldOnceAtItsFirstRow() {
    DeclarationCheck withRoster = check(Population.EMPLOYEES, Optional.of(roster()));
    withRoster.add(Rows.good().at("一", 2).employer("999").row());
    withRoster.add(Rows.good().at("一", 3).employer("999").with(Field.ID_NUMBER, LI).row());
    withRoster.add(Rows.good().at("一", 4).employer("001").row());
    assertThat(withRoster.finish(List.of()))
        .extracting(EmployerTally::employerCode, EmployerTally::findings, EmployerTally::refused)
        .containsExactly(
            tuple(
                "999",
                List.of(
                    Finding.of(
                        FindingCode.EMPLOYER_UNKNOWN,
                        "999",
                        new SourceCell("一", 2, Field.EMPLOYER_CODE.ordinal()))),
                true),
            tuple("001", List.of(), false));
  }

  @Test
  void retireesAreDeclaredOnlyBySubsidisedEmployersOutsideThePensionInsurance() {
    DeclarationCheck retirees = check(Population.RETIREES, Optional.of(roster()));
    List.of("001", "002", "003", "004")
        .forEach(code -> retirees.add(Rows.retiree().employer(code).row()));
    assertThat(retirees.finish(List.of()))
        .extracting(EmployerTally::employerCode, tally -> codesAndArguments(tally.findings()))
        .containsExactly(
            tuple("001", List.of()),
            tuple("002", List.of("EMPLOYER_NOT_ELIGIBLE [no-subsidy]")),
            tuple("003", List.of("EMPLOYER_NOT_ELIGIBLE [pension-insured]")),
            tuple("004", List.of()));
  }

  @Test
  void theRosterSaysNothingAgainstEmployeesOfAnyEmployerOnIt() {
    DeclarationCheck employees = check(Population.EMPLOYEES, Optional.of(roster()));
    employees.add(Rows.good().employer("002").row());
    assertThat(employees.finish(List.of()).get(0).findings()).isEmpty();
  }

  @Test
  void hiddenRowsAreToldOnceASheetWithTheirNumber() {
    check.add(Rows.good().at("一", 2).row());
    check.add(Rows.good().at("一", 3).with(Field.ID_NUMBER, LI).hidden().row());
    check.add(Rows.good().at("一", 4).with(Field.ID_NUMBER, "").hidden().row());
    assertThat(check.finish(List.of()).get(0).findings())
        .containsExactly(
            Finding.of(
                FindingCode.HIDDEN_ROWS,
                "0370700001",
                new SourceCell("一", 3, Field.NAME.ordinal()),
                "2"));
  }

  @Test
  void blankSignaturesAreToldOnceWithTheirNumberAndRefuseNothing() {
    check.add(Rows.good().at("一", 2).row());
    check.add(Rows.good().at("一", 3).with(Field.ID_NUMBER, LI).with(Field.SIGNATURE, "").row());
    EmployerTally tally = check.finish(List.of()).get(0);
    assertThat(tally.findings())
        .containsExactly(
            Finding.of(
                FindingCode.SIGNATURE_MISSING,
                "0370700001",
                new SourceCell("一", 3, Field.SIGNATURE.ordinal()),
                "1"));
    assertThat(tally.refused()).isFalse();
  }

  @Test
  void aSheetWithoutASignatureColumnMissesNoSignature() {
    check.add(
        Rows.good()
            .with(Field.SIGNATURE, "")
            .onlyColumns(Field.NAME, Field.ID_NUMBER, Field.WAGE)
            .row());
    assertThat(check.finish(List.of()).get(0).findings()).isEmpty();
  }

  private static DeclarationCheck check(Population population, Optional<Roster> roster) {
    RowCheck rows = RowCheck.of(population, LocalDate.of(2024, 1, 26), Optional.empty());
    return new DeclarationCheck(rows, population, roster);
  }

  private static Roster roster() {
    return new Roster(
        List.of(
            employer("001", Optional.of(true), Optional.of(false)),
            employer("002", Optional.of(false), Optional.of(false)),
            employer("003", Optional.of(true), Optional.of(true)),
            employer("004", Optional.empty(), Optional.empty())));
  }

  private static Employer employer(
      String code, Optional<Boolean> subsidy, Optional<Boolean> pension) {
    return new Employer(
        code, "单位", Optional.empty(), "", subsidy, pension, Optional.empty(), Optional.empty());
  }

  private static List<String> codesAndArguments(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.code().isError())
        .map(finding -> finding.code() + " " + finding.arguments())
        .toList();
  }
}
