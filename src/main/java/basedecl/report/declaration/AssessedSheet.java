package basedecl.report.declaration;

import static basedecl.report.ReportTexts.say;

import basedecl.ledger.audit.OutcomeLine;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.util.List;

/**
 * 核定明细: whose wages the agency assessed after an audit, in which months, and what each paid by
 * before and since, whatever month other sheets state.
 */
public final class AssessedSheet {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 32),
    TableColumn.text("姓名", 14),
    TableColumn.text("证件号码", 21),
    TableColumn.word("所属期起", 11),
    TableColumn.word("所属期止", 11),
    TableColumn.count("月数", 7),
    TableColumn.money("原月均工资", 14),
    TableColumn.money("核定月均工资", 14),
    TableColumn.money("原基数", 13),
    TableColumn.money("核定基数", 13),
    TableColumn.money("单位应缴差额", 14),
    TableColumn.money("个人应缴差额", 14),
    TableColumn.money("应缴差额合计", 14),
    TableColumn.prose("依据", 36),
    TableColumn.serial("版本", 7),
    TableColumn.date("核定日期", 12)
  };

  private AssessedSheet() {}

  /** Adds the sheet to a workbook; a header alone where nothing was assessed. */
  public static void add(
      TableWorkbook workbook,
      YearHeading heading,
      List<String> warnings,
      List<Assessment> assessments)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("核定明细", heading.title("assessment.title"), COLUMNS)
                .withNotes(List.of(heading.policyNote(), say("assessment.note")))
                .withWarnings(warnings));
    for (Assessment each : assessments) {
      for (OutcomeLine line : each.lines()) {
        add(rows, each, line);
      }
    }
  }

  private static void add(TableRows rows, Assessment assessment, OutcomeLine line)
      throws IOException {
    for (Assessment.Span span : Assessment.Span.of(line)) {
      rows.row()
          .text(assessment.version().employerCode())
          .text(assessment.version().employerName())
          .text(line.name())
          .text(line.idNumber().whole())
          .text(span.first().month().toString())
          .text(span.last().month().toString())
          .number(span.months().size())
          .money(span.first().wageBefore())
          .money(line.wage())
          .money(span.first().baseBefore())
          .money(span.first().baseAfter())
          .money(span.difference().employer())
          .money(span.difference().personal())
          .money(span.difference().total())
          .text(line.basis())
          .number(assessment.version().version())
          .date(assessment.outcome().day());
    }
  }
}
