package basedecl.declaration.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.FindingWords;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import basedecl.money.Money;
import basedecl.person.DocumentKind;
import basedecl.person.IdNumber;
import basedecl.policy.Population;
import basedecl.rules.RuleCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RowCheckTest {

  private static final LocalDate BUSINESS_DATE = LocalDate.of(2024, 1, 26);

  private final RowCheck employees =
      RowCheck.of(Population.EMPLOYEES, 2024, BUSINESS_DATE, Optional.empty());
  private final RowCheck retirees =
      RowCheck.of(Population.RETIREES, 2024, BUSINESS_DATE, Optional.empty());

  @TestFactory
  Stream<DynamicTest> wagesReadAsTheCasesSay() {
    return RuleCase.tests(
        "wages.yaml",
        rule -> {
          Rows rows =
              Rows.good()
                  .with(Field.WAGE, cell(rule, "wage", ""))
                  .with(Field.YEAR_TOTAL, cell(rule, "total", ""))
                  .with(Field.MONTHS_PAID, cell(rule, "months", ""));
          for (int month = 1; month <= 12; month++) {
            rows.with(Field.MONTHS.get(month - 1), cell(rule, "m" + month, ""));
          }
          assertThat(told(rows.row(), line -> line.declaredWage().toString()))
              .isEqualTo(rule.getOrDefault("declares", rule.get("refused")));
        });
  }

  @TestFactory
  Stream<DynamicTest> rowsReadAsTheCasesSay() {
    return RuleCase.tests(
        "rows.yaml",
        rule -> {
          RawRow row =
              Rows.good()
                  .employer(rule.getOrDefault("employer", "0370700001"))
                  .with(Field.EMPLOYER_CODE, cell(rule, "code", ""))
                  .mark(rule.getOrDefault("mark", ""))
                  .beyond(Integer.parseInt(rule.getOrDefault("beyond", "-1")))
                  .with(Field.NAME, cell(rule, "name", "张三"))
                  .with(Field.DOCUMENT_KIND, cell(rule, "kind", ""))
                  .with(Field.ID_NUMBER, cell(rule, "number", Rows.ZHANG))
                  .with(Field.WAGE, cell(rule, "wage", "5000"))
                  .row();
          assertThat(told(row, WageLine::name))
              .isEqualTo(rule.getOrDefault("gives", rule.get("refused")));
        });
  }

  @Test
  void aGoodRowBecomesItsLine() {
    RawRow row = Rows.good().at("一月", 7).with(Field.REMARKS, "新进").row();
    assertThat(employees.check(row))
        .isEqualTo(
            new RowOutcome.Accepted(
                "0370700001",
                new WageLine(
                    "张三",
                    DocumentKind.RESIDENT_ID,
                    new IdNumber(Rows.ZHANG),
                    Money.of("5000.00"),
                    MonthsInService.ALWAYS,
                    "新进",
                    "一月",
                    7),
                List.of()));
  }

  @Test
  void aFindingNamesEmployerSheetRowAndColumn() {
    RawRow row = Rows.good().at("一月", 7).with(Field.WAGE, "面议").row();
    assertThat(employees.check(row).findings())
        .containsExactly(
            Finding.of(
                FindingCode.WAGE_NOT_A_NUMBER,
                "0370700001",
                new SourceCell("一月", 7, Field.WAGE.ordinal()),
                Reason.WAGE_TEXT));
  }

  @Test
  void aNameOfAHundredCharactersIsTakenAndALongerOneIsNot() {
    assertThat(employees.check(Rows.good().with(Field.NAME, "张".repeat(100)).row()))
        .isInstanceOf(RowOutcome.Accepted.class);
    assertThat(employees.check(Rows.good().with(Field.NAME, "张".repeat(101)).row()).findings())
        .extracting(Finding::code, FindingWords::of)
        .containsExactly(tuple(FindingCode.TEXT_TOO_LONG, List.of("name-too-long", "100")));
  }

  @Test
  void aRareCharacterCountsAsTheTwoThatOneDatabaseTakesItFor() {
    assertThat(employees.check(Rows.good().with(Field.NAME, "𠮷".repeat(50)).row()))
        .isInstanceOf(RowOutcome.Accepted.class);
    assertThat(employees.check(Rows.good().with(Field.NAME, "𠮷".repeat(51)).row()).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.TEXT_TOO_LONG);
  }

  @Test
  void aRemarkOfFiveHundredCharactersIsKeptAndALongerOneKeptShortened() {
    RowOutcome whole = employees.check(Rows.good().with(Field.REMARKS, "注".repeat(500)).row());
    assertThat(whole.findings()).isEmpty();
    RowOutcome cut = employees.check(Rows.good().with(Field.REMARKS, "注".repeat(501)).row());
    assertThat(remarks(cut)).isEqualTo("注".repeat(500));
    assertThat(cut.findings())
        .extracting(Finding::code, FindingWords::of, f -> f.place().column())
        .containsExactly(
            tuple(FindingCode.TEXT_SHORTENED, List.of("500"), Field.REMARKS.ordinal()));
  }

  @Test
  void aRemarkIsNeverCutThroughACharacter() {
    String remark = "注".repeat(499) + "𠮷";
    RowOutcome cut = employees.check(Rows.good().with(Field.REMARKS, remark).row());
    assertThat(remarks(cut)).isEqualTo("注".repeat(499));
    assertThat(cut.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.TEXT_SHORTENED);
  }

  @Test
  void aFilledCellBeyondTheTableIsToldThereBesideEverythingElse() {
    RawRow row = Rows.good().at("一", 7).with(Field.WAGE, "面议").beyond(40).row();
    assertThat(employees.check(row).findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            tuple(FindingCode.WAGE_NOT_A_NUMBER, new SourceCell("一", 7, Field.WAGE.ordinal())),
            tuple(FindingCode.ROW_TOO_WIDE, new SourceCell("一", 7, 40)));
  }

  @Test
  void anExampleIsToldAsOneWithItsWordsWhateverElseIsWrongWithIt() {
    RowOutcome outcome =
        employees.check(Rows.good().mark("示例").with(Field.ID_NUMBER, "370702").beyond(40).row());
    assertThat(outcome.person()).isEmpty();
    assertThat(outcome.findings())
        .extracting(Finding::code, FindingWords::of)
        .containsExactly(tuple(FindingCode.SAMPLE_ROW, List.of("示例")));
  }

  @Test
  void aRowWhoseCodeIsNoneBelongsToNobody() {
    RawRow row = Rows.good().with(Field.EMPLOYER_CODE, "同上").employer("同上").row();
    assertThat(employees.check(row).employerCode()).isEmpty();
    assertThat(employees.check(Rows.good().employer("9".repeat(64)).row()).employerCode())
        .isEqualTo("9".repeat(64));
    assertThat(employees.check(Rows.good().employer("9".repeat(65)).row()).employerCode())
        .isEmpty();
  }

  @Test
  void aRetireesPensionIsReadAndAWageBesideItIsNot() {
    RowOutcome outcome = retirees.check(Rows.retiree().with(Field.WAGE, "面议").row());
    assertThat(((RowOutcome.Accepted) outcome).line().declaredWage()).isEqualTo(Money.of(3210));
  }

  @Test
  void aRetireeWithoutPensionIsRefusedAtThePensionColumn() {
    assertThat(told(retirees, Rows.good().row(), WageLine::name)).isEqualTo("WAGE_MISSING PENSION");
  }

  @Test
  void aMissingWageStandsAtTheTotalWhereTheSheetHasNoWageColumn() {
    RawRow row =
        Rows.good()
            .with(Field.WAGE, "")
            .onlyColumns(Field.NAME, Field.ID_NUMBER, Field.YEAR_TOTAL, Field.MONTHS_PAID)
            .row();
    assertThat(employees.check(row).findings())
        .extracting(Finding::code, finding -> finding.place().column())
        .containsExactly(tuple(FindingCode.WAGE_MISSING, 2));
  }

  @Test
  void anErrorInTheEmployerColumnIsToldEvenWhereTheBlockAboveGivesACode() {
    RawRow row = Rows.good().with(Field.EMPLOYER_CODE, Rows.cell("error #REF!")).row();
    assertThat(told(row, WageLine::name)).isEqualTo("CELL_ERROR EMPLOYER_CODE");
  }

  @Test
  void aWageUnderTheMinimumWageIsAWarningThatRefusesNothing() {
    RowCheck check =
        RowCheck.of(Population.EMPLOYEES, 2024, BUSINESS_DATE, Optional.of(Money.of(2010)));
    assertThat(check.check(Rows.good().with(Field.WAGE, 2010).row()).findings()).isEmpty();
    RowOutcome below = check.check(Rows.good().with(Field.WAGE, "2009.99").row());
    assertThat(below).isInstanceOf(RowOutcome.Accepted.class);
    assertThat(below.findings())
        .extracting(Finding::code, FindingWords::of)
        .containsExactly(tuple(FindingCode.WAGE_BELOW_MINIMUM_WAGE, List.of("2010.00")));
  }

  @TestFactory
  Stream<DynamicTest> theMonthsOfWhoeverJoinedOrLeft() {
    return RuleCase.tests(
        "served-months.yaml",
        rule ->
            assertThat(
                    told(
                        Rows.good()
                            .with(Field.SERVED_FROM, cell(rule, "from", ""))
                            .with(Field.SERVED_UNTIL, cell(rule, "until", ""))
                            .row(),
                        line -> line.months().isAlways() ? "全年" : line.months().title()))
                .isEqualTo(rule.get("told")));
  }

  private static String remarks(RowOutcome outcome) {
    return ((RowOutcome.Accepted) outcome).line().remarks();
  }

  private String told(RawRow row, Function<WageLine, String> accepted) {
    return told(employees, row, accepted);
  }

  private static String told(RowCheck check, RawRow row, Function<WageLine, String> accepted) {
    RowOutcome outcome = check.check(row);
    return outcome instanceof RowOutcome.Accepted passed
        ? accepted.apply(passed.line())
        : outcome.findings().stream()
            .map(f -> f.code() + " " + Field.values()[f.place().column()])
            .collect(Collectors.joining(", "));
  }

  private static CellValue cell(Map<String, String> rule, String key, String otherwise) {
    return Rows.cell(rule.getOrDefault(key, otherwise));
  }
}
