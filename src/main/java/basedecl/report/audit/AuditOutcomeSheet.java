package basedecl.report.audit;

import static basedecl.report.ReportTexts.say;

import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.RecordedBy;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.util.List;

/** 稽核结果: what came of the audits so far, employer by employer, whether it still shows a signal. */
final class AuditOutcomeSheet {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 34),
    TableColumn.word("经办机构", 11),
    TableColumn.word("稽核结果", 12),
    TableColumn.date("结果日期", 12),
    TableColumn.text("登记", 20),
    TableColumn.prose("结果说明", 48),
    TableColumn.serial("现版本", 8),
    TableColumn.count("现有线索", 9)
  };

  private AuditOutcomeSheet() {}

  static void write(TableWorkbook workbook, YearHeading heading, AuditPicture picture)
      throws IOException {
    List<AuditLine> lines =
        picture.lines().stream()
            .filter(line -> picture.outcomes().containsKey(line.declaration().employerCode()))
            .toList();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("稽核结果", heading.title("audit.outcomes.title"), COLUMNS)
                .withNotes(List.of(heading.policyNote(), say("audit.outcomes.note")))
                .withWarnings(heading.notices()),
            lines.size());
    for (AuditLine line : lines) {
      DeclarationRecord declaration = line.declaration();
      AuditOutcome outcome = picture.outcomes().get(declaration.employerCode());
      if (outcome != null) {
        rows.row()
            .text(declaration.employerCode())
            .text(declaration.employerName())
            .text(declaration.agency())
            .text(outcome.kind().title())
            .date(outcome.day())
            .text(by(outcome.by()))
            .text(outcome.note())
            .number(declaration.version())
            .number(line.signals().size());
      }
    }
  }

  private static String by(RecordedBy by) {
    if (by instanceof RecordedBy.Run run) {
      return say("audit.outcomes.run", Long.toString(run.number()));
    }
    return ((RecordedBy.Desk) by).account();
  }
}
