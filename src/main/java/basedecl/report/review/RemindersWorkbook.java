package basedecl.report.review;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.file.ReplacedFile.Written;
import basedecl.message.Language;
import basedecl.report.AgencyTelephones;
import basedecl.report.PaperHeading;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The employers to be reminded, with what each is to be told: to be printed, or sent by whatever
 * the centre sends messages with. The roster knows no telephone of an employer; the one listed is
 * its agency's, which the text names.
 */
public final class RemindersWorkbook {

  private static final TableColumn[] COLUMNS = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 32),
    TableColumn.word("经办机构", 10),
    TableColumn.text("经办机构电话", 26),
    TableColumn.prose("提醒内容", 80)
  };

  private RemindersWorkbook() {}

  /** What one employer is to be told. */
  public record Reminder(
      String employerCode, String employerName, String agency, String telephone, String text) {}

  /** Writes the workbook at {@code target}, in the order given. */
  public static Written write(Path target, PaperHeading heading, List<Reminder> reminders)
      throws IOException {
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableSheet sheet =
          TableSheet.of("提醒名单", heading.title("reminders.title"), COLUMNS)
              .withNotes(
                  List.of(heading.policyNote(), say("reminders.note", count(reminders.size()))))
              .withNotes(
                  AgencyTelephones.of(heading.policy())
                      .unknown(reminders.stream().map(Reminder::agency).toList())
                      .map(warning -> warning.in(Language.ZH))
                      .stream()
                      .toList());
      TableRows rows = workbook.sheet(sheet, reminders.size());
      for (Reminder each : reminders) {
        rows.row()
            .text(each.employerCode())
            .text(each.employerName())
            .text(each.agency())
            .text(each.telephone())
            .text(each.text());
      }
      return workbook.finish();
    }
  }
}
