package basedecl.report.employer;

import static basedecl.report.ReportTexts.count;

import basedecl.file.ReplacedFile.Written;
import basedecl.finding.FileFinding;
import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.report.ProblemSheet;
import basedecl.report.latefee.InheritedAccount;
import basedecl.report.latefee.InheritedSheet;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code employer-changes-YEAR.xlsx}: 单位变动, how employers changed; 承继欠费, whose arrears others bear;
 * 问题清单, the lines that were not taken.
 */
public final class EmployerChangesWorkbook {

  private static final TableColumn[] CHANGES = {
    TableColumn.text("单位编号", 14),
    TableColumn.prose("单位名称", 32),
    TableColumn.word("变动", 14),
    TableColumn.date("生效日期", 13),
    TableColumn.prose("变动前", 32),
    TableColumn.prose("变动后", 44),
    TableColumn.prose("关联单位", 36),
    TableColumn.prose("依据", 40),
    TableColumn.text("来源", 30),
    TableColumn.count("待转人数", 10)
  };

  private EmployerChangesWorkbook() {}

  /**
   * Writes {@code employer-changes-YEAR.xlsx} in {@code folder}.
   *
   * @param warnings above each sheet
   */
  public static Written write(
      Path folder,
      int year,
      LocalDate businessDate,
      List<String> warnings,
      List<ChangeRow> changes,
      List<InheritedAccount> inherited,
      List<FileFinding> problems)
      throws IOException {
    Path target = folder.resolve("employer-changes-" + year + ".xlsx");
    String years = Integer.toString(year);
    try (TableWorkbook workbook = TableWorkbook.at(target, businessDate)) {
      changes(workbook, years, warnings, changes);
      InheritedSheet.add(
          workbook, say("employerchange.inherited.title", years), warnings, inherited);
      ProblemSheet.write(
          workbook,
          say("employerchange.problems.title", years),
          List.of(
              problems.isEmpty()
                  ? say("report.problems.none")
                  : say("employerchange.problems.note", count(problems.size()))),
          problems);
      return workbook.finish();
    }
  }

  private static void changes(
      TableWorkbook workbook, String year, List<String> warnings, List<ChangeRow> changes)
      throws IOException {
    TableRows rows =
        workbook.sheet(
            TableSheet.of("单位变动", say("employerchange.changes.title", year), CHANGES)
                .withNotes(
                    List.of(
                        say("employerchange.changes.count", count(changes.size())),
                        say("employerchange.changes.note")))
                .withWarnings(warnings),
            changes.size());
    for (ChangeRow each : changes) {
      rows.row()
          .text(each.change().code())
          .text(each.name())
          .text(each.change().kind().title())
          .date(each.change().on())
          .text(each.before())
          .text(each.after())
          .text(each.partner())
          .text(each.change().basis())
          .text(each.source());
      if (each.isEnd()) {
        rows.number(each.people());
      } else {
        rows.blank();
      }
    }
  }

  private static String say(String key, String... words) {
    return Message.of(key, words).in(Language.ZH);
  }
}
