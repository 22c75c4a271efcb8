package basedecl.report.audit;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.Dues;
import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.report.ProblemSheet;
import basedecl.report.YearHeading;
import basedecl.report.declaration.AssessedSheet;
import basedecl.report.declaration.Assessment;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code audit-outcome-YEAR.xlsx}: whose wages the agency assessed after an audit, line by line and
 * employer by employer, and the lines of the last table that were not used.
 */
public final class AssessmentWorkbook {

  private static final TableColumn[] EMPLOYERS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 36),
    TableColumn.word("经办机构", 11),
    TableColumn.count("核定人数", 10),
    TableColumn.count("核定人月", 10),
    TableColumn.money("单位应缴差额", 16),
    TableColumn.money("个人应缴差额", 16),
    TableColumn.money("应缴差额合计", 16),
    TableColumn.prose("依据", 40),
    TableColumn.serial("版本", 7),
    TableColumn.date("核定日期", 12)
  };

  private AssessmentWorkbook() {}

  /**
   * Writes {@code audit-outcome-YEAR.xlsx} in {@code folder}.
   *
   * @param warnings that nothing was taken, where it is a dry run
   * @param problems lines of the table handed over last that were not used
   */
  public static Written write(
      Path folder,
      YearHeading heading,
      List<String> warnings,
      List<Assessment> assessments,
      List<FileFinding> problems)
      throws IOException {
    Path target = folder.resolve("audit-outcome-" + heading.year() + ".xlsx");
    List<String> all = new ArrayList<>(warnings);
    all.addAll(heading.warnings());
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      AssessedSheet.add(workbook, heading, all, assessments);
      TableRows employers =
          workbook.sheet(
              TableSheet.of("单位汇总", heading.title("assessment.employers.title"), EMPLOYERS)
                  .withNotes(List.of(heading.policyNote(), totals(assessments)))
                  .withWarnings(all),
              assessments.size());
      for (Assessment each : assessments) {
        add(employers, each);
      }
      ProblemSheet.write(
          workbook,
          heading.title("assessment.problems.title"),
          List.of(
              problems.isEmpty()
                  ? say("problems.none")
                  : say("assessment.problems.note", count(problems.size()))),
          problems);
      return workbook.finish();
    }
  }

  private static String totals(List<Assessment> assessments) {
    return say(
        "assessment.totals",
        count(assessments.size()),
        count(assessments.stream().mapToLong(Assessment::people).sum()),
        Assessment.difference(assessments).total().map(money -> yuan(money)).orElse("—"));
  }

  private static void add(TableRows rows, Assessment assessment) throws IOException {
    Dues difference = assessment.difference();
    rows.row()
        .text(assessment.version().employerCode())
        .text(assessment.version().employerName())
        .text(assessment.version().agency())
        .number(assessment.people())
        .number(assessment.months())
        .money(difference.employer())
        .money(difference.personal())
        .money(difference.total())
        .text(assessment.outcome().note())
        .number(assessment.version().version())
        .date(assessment.outcome().day());
  }
}
