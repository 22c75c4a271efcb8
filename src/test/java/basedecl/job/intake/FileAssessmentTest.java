package basedecl.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import basedecl.audit.YearRules;
import basedecl.cell.Field;
import basedecl.declaration.row.RawRow;
import basedecl.declaration.row.Rows;
import basedecl.declarationfile.OwnHeaders;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.job.intake.FileAssessment.AssessedLine;
import basedecl.job.intake.FileAssessment.AssessedPart;
import basedecl.money.Money;
import basedecl.policy.Policy;
import basedecl.policy.rule.Citation;
import basedecl.policy.rule.MinimumWage;
import basedecl.policyfile.PolicyFiles;
import basedecl.spreadsheet.gate.FileReason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The one way through the rules that a run and {@code check} share. */
class FileAssessmentTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 26);
  private static final String LI = "11010519491231002X";

  private static FileAssessment ofEmployees() {
    Policy policy = PolicyFiles.load(Optional.empty()).require("weifang-employee-medical");
    YearRules published = YearRules.of(policy, 2024, YearMonth.of(2024, 1), DAY).orElseThrow();
    YearRules figures =
        new YearRules(
            published.limits(),
            published.rounding(),
            published.rate(),
            published.threshold(),
            Optional.of(
                new MinimumWage(YearMonth.of(2024, 1), Money.of(2100), new Citation("最低工资"))),
            published.signals());
    return new FileAssessment(
        IntakeRules.employees(
            2024, DAY, figures, Optional.empty(), OwnHeaders.in(Optional.empty())));
  }

  private static FileAssessment ofRetirees() {
    return new FileAssessment(
        IntakeRules.retirees(2024, DAY, Optional.empty(), OwnHeaders.in(Optional.empty())));
  }

  private static RawRow row(int row, String wage) {
    return Rows.good().at("一", row).with(Field.WAGE, wage).row();
  }

  @Test
  void eachLineIsAssessedUnderItsEmployersPlaceInTheFile() {
    FileAssessment assessment = ofEmployees();
    AssessedLine first = assessment.add(row(2, "4000")).orElseThrow();
    AssessedLine second =
        assessment
            .add(
                Rows.good()
                    .at("一", 3)
                    .employer("002")
                    .with(Field.ID_NUMBER, LI)
                    .with(Field.WAGE, "30000")
                    .row())
            .orElseThrow();
    assertThat(List.of(first, second))
        .extracting(AssessedLine::employer, AssessedLine::line, line -> line.base().amount())
        .containsExactly(tuple(0, 1, Money.of(4242)), tuple(1, 1, Money.of(21207)));
    assertThat(assessment.complete(List.of()).orElseThrow())
        .extracting(AssessedPart::employerCode, AssessedPart::refused, AssessedPart::flagged)
        .containsExactly(tuple("0370700001", false, true), tuple("002", false, false));
  }

  @Test
  void afterAFaultTheEmployersLinesCountAndNoneOfThemStands() {
    FileAssessment assessment = ofEmployees();
    assertThat(assessment.add(row(2, "面议"))).isEmpty();
    assertThat(
            assessment.add(
                Rows.good().at("一", 3).with(Field.ID_NUMBER, LI).with(Field.WAGE, "5000").row()))
        .isEmpty();
    AssessedPart part = assessment.complete(List.of()).orElseThrow().get(0);
    assertThat(part.refused()).isTrue();
    assertThat(part.flagged()).isFalse();
    assertThat(part.rowsRead()).isEqualTo(2);
    assertThat(part.totals().persons()).isEqualTo(1);
    assertThat(part.totals().declaredTotal()).isEqualTo(Money.of(5000));
  }

  @Test
  void aStoppedFileIsReadToBeCountedAndRefusedForTheFirstReason() {
    FileAssessment assessment = ofEmployees();
    assessment.stop(FileReason.ROWS.refusal().finding());
    assessment.stop(FileReason.CONTENT.refusal().finding());
    assertThat(assessment.add(row(2, "面议"))).isEmpty();
    assertThat(assessment.complete(List.of())).isEmpty();
    assertThat(assessment.rowsRead()).isEqualTo(1);
    assertThat(assessment.takeFindings()).containsExactly(FileReason.ROWS.refusal().finding());
    assertThat(assessment.takeFindings()).isEmpty();
  }

  @Test
  void noPensionIsComparedWithTheMinimumWage() {
    FileAssessment employees = ofEmployees();
    employees.add(row(2, "1500"));
    assertThat(employees.takeFindings())
        .extracting(Finding::code)
        .contains(FindingCode.WAGE_BELOW_MINIMUM_WAGE);
    FileAssessment retirees = ofRetirees();
    retirees.add(Rows.retiree().with(Field.PENSION, 1500).row());
    assertThat(retirees.takeFindings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.WAGE_BELOW_MINIMUM_WAGE);
  }
}
