package basedecl.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.RowCheck;
import basedecl.declaration.row.RowOutcome;
import basedecl.declaration.row.Rows;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingWords;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            new EmployerOutcome("0370700001", "潍坊某某有限公司", 2, 1, 1, Money.of(5000), List.of()),
            new EmployerOutcome("002", "潍坊某某有限公司", 2, 2, 0, Money.of("6001.50"), List.of()));
    assertThat(check.finish(List.of()))
        .extracting(EmployerOutcome::refused)
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
            Reason.ROW_OF_SHEET,
            "2",
            "一");
    assertThat(second.findings()).containsExactly(expected);
    assertThat(third.findings())
        .extracting(FindingWords::of)
        .containsExactly(List.of("row-of-sheet", "2", "一"));
    assertThat(check.finish(List.of()))
        .extracting(EmployerOutcome::rowsAccepted, EmployerOutcome::rowsRejected)
        .containsExactly(tuple(1L, 2L));
  }

  @Test
  void aDuplicateIsFoundEvenWhereOneOfTheRowsIsWrongOtherwise() {
    check.add(Rows.good().at("", 2).with(Field.WAGE, "面议").row());
    RowOutcome second = check.add(Rows.good().at("", 3).with(Field.NAME, "").row());
    assertThat(second.findings())
        .extracting(Finding::code, FindingWords::of)
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
  void rowsWithoutEmployerAreCountedApartAndToldOnceASheetAndCause() {
    assertThat(check.add(Rows.good().at("一", 2).employer("").row()).findings()).isEmpty();
    assertThat(check.add(Rows.good().at("一", 3).employer("").with(Field.WAGE, "面议").row()))
        .isInstanceOf(RowOutcome.Rejected.class)
        .satisfies(
            row ->
                assertThat(row.findings())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.WAGE_NOT_A_NUMBER));
    check.add(Rows.good().at("一", 4).employer("同上").with(Field.EMPLOYER_CODE, "同上").row());
    check.add(
        Rows.good()
            .at("二", 5)
            .employer("")
            .onlyColumns(Field.NAME, Field.ID_NUMBER, Field.WAGE)
            .row());
    EmployerOutcome nobody = check.finish(List.of()).get(0);
    assertThat(nobody.employerCode()).isEmpty();
    assertThat(nobody.rowsRejected()).isEqualTo(4);
    assertThat(nobody.findings())
        .containsExactly(
            Finding.of(
                FindingCode.EMPLOYER_MISSING, "", codeCell("一", 2), Reason.CODE_BLANK, "2", "2"),
            Finding.of(
                FindingCode.EMPLOYER_MISSING, "", codeCell("一", 4), Reason.CODE_DITTO, "1", "4"),
            Finding.of(
                FindingCode.EMPLOYER_MISSING,
                "",
                new SourceCell("二", 5, -1),
                Reason.CODE_NOWHERE,
                "1",
                "5"));
  }

  @Test
  void everyEmployerOfASheetWithPeopleOfNobodyIsRefusedAndNoOther() {
    check.add(Rows.good().at("一", 2).employer("001").row());
    check.add(Rows.good().at("一", 3).employer("").row());
    check.add(Rows.good().at("一", 4).employer("").row());
    check.add(Rows.good().at("一", 5).employer("002").row());
    check.add(Rows.good().at("二", 2).employer("003").row());
    assertThat(check.finish(List.of()))
        .extracting(
            EmployerOutcome::employerCode, EmployerOutcome::refused, EmployerOutcome::rowsRead)
        .containsExactly(
            tuple("001", true, 1L),
            tuple("", true, 2L),
            tuple("002", true, 1L),
            tuple("003", false, 1L));
    assertThat(check.finish(List.of()).get(0).findings())
        .containsExactly(
            Finding.of(
                FindingCode.EMPLOYER_INCOMPLETE,
                "001",
                codeCell("一", 3),
                Reason.PEOPLE_WITHOUT_CODE,
                "2",
                "3"));
  }

  @Test
  void peopleOfNobodyOnASheetWithoutEmployerMayBeAnybodysOfTheFile() {
    check.add(Rows.good().at("一", 2).employer("001").row());
    check.add(Rows.good().at("二", 2).employer("002").row());
    check.add(Rows.good().at("三", 2).employer("").row());
    assertThat(check.finish(List.of()))
        .extracting(tally -> codesAndArguments(tally.findings()))
        .containsExactly(
            List.of("EMPLOYER_INCOMPLETE [people-without-code, 1, 2]"),
            List.of("EMPLOYER_INCOMPLETE [people-without-code, 1, 2]"),
            List.of("EMPLOYER_MISSING [code-blank, 1, 2]"));
  }

  @Test
  void twoCodesThatDifferByLeadingZerosAloneAreBothRefused() {
    check.add(Rows.good().at("一", 2).employer("0370700001").row());
    check.add(Rows.good().at("一", 3).employer("370700001").with(Field.ID_NUMBER, LI).row());
    check.add(Rows.good().at("一", 4).employer("370700002").row());
    assertThat(check.finish(List.of()))
        .extracting(tally -> codesAndArguments(tally.findings()))
        .containsExactly(
            List.of("EMPLOYER_INCOMPLETE [code-without-zeros, 370700001, 0370700001]"),
            List.of("EMPLOYER_INCOMPLETE [code-without-zeros, 0370700001, 370700001]"),
            List.of());
  }

  @Test
  void twoEmployersOfTheRosterMayDifferByAZero() {
    DeclarationCheck withRoster =
        check(
            Population.EMPLOYEES,
            Optional.of(
                new Roster(
                    List.of(
                        employer("01", Optional.empty(), Optional.empty()),
                        employer("1", Optional.empty(), Optional.empty())))));
    withRoster.add(Rows.good().employer("01").row());
    withRoster.add(Rows.good().employer("1").row());
    assertThat(withRoster.finish(List.of())).noneMatch(EmployerOutcome::refused);
  }

  @ParameterizedTest
  @CsvSource({
    "370700011,true",
    "37070000,true",
    "3707000001,true",
    "307700001,true",
    "370700091,true",
    "370700100,false",
    "470700002,false",
    "3707000,false",
    "甲,false"
  })
  void anEmployerWhoseCodeWasMistypedElsewhereInTheFileMayNotBeWhole(String wrong, boolean near) {
    DeclarationCheck withRoster =
        check(
            Population.EMPLOYEES,
            Optional.of(
                new Roster(
                    List.of(
                        employer("370700001", Optional.empty(), Optional.empty()),
                        employer("999", Optional.empty(), Optional.empty())))));
    withRoster.add(Rows.good().at("一", 2).employer("370700001").row());
    withRoster.add(Rows.good().at("一", 3).employer(wrong).with(Field.ID_NUMBER, LI).row());
    withRoster.add(Rows.good().at("一", 4).employer("999").row());
    assertThat(withRoster.finish(List.of()))
        .extracting(tally -> codesAndArguments(tally.findings()))
        .containsExactly(
            near
                ? List.of("EMPLOYER_INCOMPLETE [code-mistyped, " + wrong + ", 370700001]")
                : List.of(),
            List.of("EMPLOYER_UNKNOWN []"),
            List.of());
  }

  @Test
  void whatIsSaidOfASheetConcernsTheEmployersOnItAlone() {
    check.add(Rows.good().at("一", 2).employer("001").row());
    check.add(Rows.good().at("二", 2).employer("002").row());
    Finding ofSheet =
        Finding.of(FindingCode.YEAR_UNLIKELY, "", SourceCell.row("二", 1), "2020", "2024");
    Finding ofFile =
        Finding.of(FindingCode.YEAR_UNLIKELY, "", SourceCell.WHOLE_FILE, "2021", "2024");
    Finding ofNoPeople =
        Finding.of(FindingCode.YEAR_UNLIKELY, "", SourceCell.row("空", 1), "2022", "2024");
    assertThat(check.finish(List.of(ofSheet, ofFile, ofNoPeople)))
        .extracting(
            EmployerOutcome::employerCode,
            tally -> tally.findings().stream().map(f -> f.arguments().get(0)).toList())
        .containsExactly(
            tuple("001", List.of("2021", "2022")), tuple("002", List.of("2020", "2021", "2022")));
  }

  @Test
  void aCodeThatIsTooLongIsToldOnceAndItsPeopleAreNobodys() {
    String code = "9".repeat(65);
    check.add(Rows.good().at("一", 2).employer(code).row());
    check.add(Rows.good().at("一", 3).employer(code).row());
    check.add(Rows.good().at("一", 4).employer("001").row());
    assertThat(check.finish(List.of()))
        .extracting(
            EmployerOutcome::employerCode,
            EmployerOutcome::rowsRejected,
            tally -> codesAndArguments(tally.findings()))
        .containsExactly(
            tuple("", 2L, List.of("TEXT_TOO_LONG [code-too-long, 2, 2, 64]")),
            tuple("001", 0L, List.of("EMPLOYER_INCOMPLETE [people-without-code, 2, 2]")));
  }

  @Test
  void anEmployersNameThatIsTooLongRefusesItOnceAndIsCut() {
    check.add(Rows.good().at("一", 2).employerName("司".repeat(201)).row());
    check.add(Rows.good().at("一", 3).employerName("司".repeat(201)).with(Field.ID_NUMBER, LI).row());
    check.add(Rows.good().at("一", 4).employer("002").employerName("司".repeat(200)).row());
    List<EmployerOutcome> tallies = check.finish(List.of());
    assertThat(tallies)
        .extracting(tally -> codesAndArguments(tally.findings()))
        .containsExactly(List.of("TEXT_TOO_LONG [employer-name-too-long, 200]"), List.of());
    assertThat(tallies.get(0).employerName()).isEqualTo("司".repeat(200));
  }

  @Test
  void aSheetsNameThatIsTooLongIsKeptShortenedAndToldOnceASheet() {
    String one = "表".repeat(100) + "一";
    String other = "表".repeat(100) + "二";
    RowOutcome first = check.add(Rows.good().at(one, 2).row());
    RowOutcome second = check.add(Rows.good().at(one, 3).with(Field.ID_NUMBER, LI).row());
    RowOutcome third = check.add(Rows.good().at(other, 2).row());
    assertThat(((RowOutcome.Accepted) first).line().sheet()).isEqualTo("表".repeat(100));
    assertThat(first.findings())
        .containsExactly(
            Finding.of(
                FindingCode.TEXT_SHORTENED,
                "0370700001",
                new SourceCell("表".repeat(100), 0, -1),
                "100"));
    assertThat(second.findings()).isEmpty();
    assertThat(third.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.PERSON_DUPLICATE, FindingCode.TEXT_SHORTENED);
  }

  @Test
  void aPlaceOnASheetWithALongNameIsKeptShortened() {
    String name = "表".repeat(99) + "𠮷";
    assertThat(SourceCell.row(name, 1).sheet()).isEqualTo("表".repeat(99));
    check.add(Rows.good().at(name, 2).row());
    Finding ofSheet = Finding.of(FindingCode.YEAR_UNLIKELY, "", SourceCell.row(name, 1));
    assertThat(check.finish(List.of(ofSheet)).get(0).findings())
        .containsExactly(
            Finding.of(FindingCode.YEAR_UNLIKELY, "0370700001", SourceCell.row(name, 1)));
  }

  @Test
  void hiddenSheetsAndHiddenColumnsThatDecideAreToldOnce() {
    int[] columns = new int[Field.values().length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i;
    }
    RawRow.ColumnMap hidden =
        new RawRow.ColumnMap(columns, Set.of(Field.WAGE, Field.REMARKS), true);
    check.add(Rows.good().at("一", 2).columns(hidden).row());
    check.add(Rows.good().at("一", 3).columns(hidden).with(Field.ID_NUMBER, LI).row());
    assertThat(check.finish(List.of()).get(0).findings())
        .containsExactly(
            Finding.of(FindingCode.HIDDEN_SHEET, "0370700001", SourceCell.row("一", 0), "2"),
            Finding.of(
                FindingCode.HIDDEN_COLUMN,
                "0370700001",
                new SourceCell("一", 2, Field.WAGE.ordinal()),
                Reason.COLUMN_WAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "'99.99,99.99,5000', wages-low",
    "'99.99,100,5000', ''",
    "'0.65,5000', ''",
    "'63621.01,63621.01,5000', wages-high",
    "'63621,63621,5000', ''",
    "'63621.01,5000', ''",
    "'60', wages-low"
  })
  void mostWagesFarTooLowOrFarTooHighAreUnlikely(String wages, String told) {
    int row = 2;
    for (String wage : wages.split(",", -1)) {
      check.add(
          Rows.good()
              .at("一", row)
              .with(Field.DOCUMENT_KIND, "护照")
              .with(Field.ID_NUMBER, "E1000" + row++)
              .with(Field.WAGE, wage)
              .row());
    }
    assertThat(unlikely(check)).isEqualTo(told.isEmpty() ? List.of() : List.of(told));
  }

  @Test
  void withoutAnUpperLimitOnlyLowPensionsAreUnlikely() {
    DeclarationCheck retirees =
        new DeclarationCheck(
            RowCheck.of(Population.RETIREES, 2024, LocalDate.of(2024, 1, 26), Optional.empty()),
            Population.RETIREES,
            Optional.empty(),
            Map.of(),
            Optional.empty());
    retirees.add(Rows.retiree().with(Field.PENSION, 999_999).row());
    retirees.add(Rows.retiree().employer("002").with(Field.PENSION, 3).row());
    assertThat(unlikely(retirees)).containsExactly("wages-low");
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 60000, 12, '', false",
    "5000, 60000, '', '', false",
    "5000, 25000, '', '', false",
    "5000, 60000, 6, '', true",
    "60000, 60000, '', '', true",
    "60000, 60000, 1, '', false",
    "5000, 61000, '', '', true",
    "5000, 60011, 12, '', false",
    "5000, 60600, 12, '', false",
    "5000, 60612, 12, '', true",
    "5000, '', '', 5000, false",
    "5000, '', '', 5050, false",
    "5000, '', '', 5051, true",
    "5000, 5000, '', 5000, false",
    "5000, 0, '', '', false",
    "5000, 面议, '', '', false",
    "'', 60000, 12, 9000, true"
  })
  void aRowThatContradictsItselfIsUnlikely(
      String wage, String total, String paid, String january, boolean told) {
    check.add(
        Rows.good()
            .with(Field.WAGE, wage)
            .with(Field.YEAR_TOTAL, total)
            .with(Field.MONTHS_PAID, paid)
            .with(Field.MONTH_1, january)
            .row());
    assertThat(unlikely(check)).isEqualTo(told ? List.of("wages-contradict") : List.of());
    assertThat(check.finish(List.of()).get(0).refused()).isFalse();
  }

  @Test
  void anEmployerThatIsNotOnTheRosterIsToldOnceAtItsFirstRow() {
    DeclarationCheck withRoster = check(Population.EMPLOYEES, Optional.of(roster()));
    withRoster.add(Rows.good().at("一", 2).employer("999").row());
    withRoster.add(Rows.good().at("一", 3).employer("999").with(Field.ID_NUMBER, LI).row());
    withRoster.add(Rows.good().at("一", 4).employer("001").row());
    assertThat(withRoster.finish(List.of()))
        .extracting(
            EmployerOutcome::employerCode, EmployerOutcome::findings, EmployerOutcome::refused)
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
        .extracting(EmployerOutcome::employerCode, tally -> codesAndArguments(tally.findings()))
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
    EmployerOutcome tally = check.finish(List.of()).get(0);
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

  private static List<String> unlikely(DeclarationCheck check) {
    return check.finish(List.of()).stream()
        .flatMap(tally -> tally.findings().stream())
        .filter(finding -> finding.code() == FindingCode.WAGES_UNLIKELY)
        .map(finding -> finding.reason().orElseThrow().word())
        .toList();
  }

  private static SourceCell codeCell(String sheet, int row) {
    return new SourceCell(sheet, row, Field.EMPLOYER_CODE.ordinal());
  }

  private static DeclarationCheck check(Population population, Optional<Roster> roster) {
    RowCheck rows = RowCheck.of(population, 2024, LocalDate.of(2024, 1, 26), Optional.empty());
    return new DeclarationCheck(rows, population, roster, Map.of(), Optional.of(Money.of(21207)));
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
        .map(finding -> finding.code() + " " + FindingWords.of(finding))
        .toList();
  }
}
