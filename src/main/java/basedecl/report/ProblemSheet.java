package basedecl.report;

import static basedecl.report.Words.count;
import static basedecl.report.Words.say;

import basedecl.declaration.Finding;
import basedecl.declaration.FindingText;
import basedecl.message.Language;
import basedecl.spreadsheet.TableColumn;
import basedecl.spreadsheet.TableRows;
import basedecl.spreadsheet.TableSheet;
import basedecl.spreadsheet.TableWorkbook;
import java.io.IOException;
import java.util.List;

/** 问题清单: the refused lines of what was handed over, with place, code, sentence and remedy. */
public final class ProblemSheet {

  private static final TableColumn[] COLUMNS = {
    TableColumn.serial("序号", 7),
    TableColumn.prose("文件", 24),
    TableColumn.text("工作表", 14),
    TableColumn.serial("行", 7),
    TableColumn.word("列", 6),
    TableColumn.text("代码", 24),
    TableColumn.word("级别", 7),
    TableColumn.prose("问题", 44),
    TableColumn.prose("处理办法", 44)
  };

  private ProblemSheet() {}

  /** Adds the sheet to the workbook, after those it has; with a header alone where all is well. */
  public static void add(TableWorkbook workbook, String title, List<FileFinding> findings)
      throws IOException {
    TableSheet sheet =
        TableSheet.of("问题清单", title, COLUMNS)
            .withNotes(
                List.of(
                    findings.isEmpty()
                        ? say("problems.none")
                        : say("problems.note", count(findings.size()))));
    TableRows rows = workbook.sheet(sheet, findings.size());
    int number = 0;
    for (FileFinding each : findings) {
      Finding finding = each.finding();
      rows.row().number(++number).text(each.file()).text(finding.place().sheet());
      if (finding.place().row() > 0) {
        rows.number(finding.place().row());
      } else {
        rows.blank();
      }
      rows.text(finding.place().columnLetter())
          .text(finding.code().name())
          .text(FindingText.severity(finding.code().severity(), Language.ZH))
          .text(FindingText.sentence(finding, Language.ZH))
          .text(FindingText.remedy(finding, Language.ZH));
    }
  }
}
