package basedecl.report.audit;

import static basedecl.report.ReportTexts.say;

import basedecl.audit.signal.SignalFinding;
import basedecl.ledger.audit.AuditFollowUp;
import basedecl.ledger.audit.AuditOutcome;
import basedecl.ledger.audit.AuditRecord;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.message.Language;
import basedecl.report.YearHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 跟踪情况: every signal as it stands against the audit before, 新增, 持续 or 已解除, with the declaration it
 * was found at and the one that cleared it, and what came of the audit at the employer so far.
 */
final class AuditFollowUpSheet {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 32),
    TableColumn.text("线索", 26),
    TableColumn.word("跟踪", 9),
    TableColumn.date("首次发现", 12),
    TableColumn.word("数值", 11),
    TableColumn.word("阈值", 12),
    TableColumn.serial("发现时版本", 11),
    TableColumn.word("现版本", 9),
    TableColumn.prose("以往年度", 24),
    TableColumn.word("稽核结果", 12),
    TableColumn.date("结果日期", 12),
    TableColumn.prose("结果说明", 36)
  };

  private final YearHeading heading;
  private final AuditPicture picture;
  private final Map<String, DeclarationRecord> current;

  AuditFollowUpSheet(YearHeading heading, AuditPicture picture) {
    this.heading = heading;
    this.picture = picture;
    this.current =
        picture.lines().stream()
            .collect(
                Collectors.toMap(
                    line -> line.declaration().employerCode(), AuditLine::declaration));
  }

  void write(TableWorkbook workbook) throws IOException {
    AuditFollowUp followUp = picture.followUp();
    TableRows rows =
        workbook.sheet(
            TableSheet.of("跟踪情况", heading.title("audit.follow-up.title"), COLUMNS)
                .withNotes(List.of(heading.policyNote(), say("audit.follow-up.note")))
                .withWarnings(heading.notices()),
            followUp.standing().size() + followUp.cleared().size());
    for (AuditRecord each : followUp.standing()) {
      row(rows, each, followUp.fresh().contains(each.key()) ? "fresh" : "standing");
    }
    for (AuditRecord each : followUp.cleared()) {
      row(rows, each, "cleared");
    }
  }

  private void row(TableRows rows, AuditRecord each, String status) throws IOException {
    DeclarationRecord now = current.get(each.employerCode());
    rows.row(status.equals("fresh"))
        .text(each.employerCode())
        .text(each.employerName())
        .text(SignalFinding.titleOf(each.signal()).in(Language.ZH))
        .text(say("audit.status." + status))
        .date(each.firstDate())
        .text(each.value())
        .text(each.threshold())
        .number(each.version())
        .text(now == null ? "" : Integer.toString(now.version()))
        .text(
            AuditWorkbook.earlier(
                picture.earlierYears().getOrDefault(each.employerCode(), Map.of())));
    AuditOutcome outcome = picture.outcomes().get(each.employerCode());
    if (outcome == null) {
      rows.text("").blank().text("");
    } else {
      rows.text(outcome.kind().title()).date(outcome.day()).text(outcome.note());
    }
  }
}
