package basedecl.report;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;

import basedecl.finding.FileFinding;
import basedecl.finding.Finding;
import basedecl.finding.FindingText;
import basedecl.finding.SourceCell;
import basedecl.message.Language;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * 问题清单 at the end of a job's workbook: every line, scan or file that could not be used, and why.
 * All such sheets are written here.
 */
public final class ProblemSheet {

  private static final TableColumn EMPLOYER = TableColumn.text("单位编号", 14);
  private static final List<TableColumn> PLACE =
      List.of(
          TableColumn.serial("序号", 7),
          TableColumn.text("文件", 30),
          TableColumn.text("工作表", 14),
          TableColumn.serial("行", 8),
          TableColumn.word("列", 6));
  private static final List<TableColumn> WORDS =
      List.of(
          TableColumn.text("代码", 24),
          TableColumn.word("级别", 8),
          TableColumn.prose("问题", 44),
          TableColumn.prose("处理办法", 50));

  private ProblemSheet() {}

  /** Writes the sheet behind those already in the workbook; each line with its employer. */
  public static void write(
      TableWorkbook workbook, String title, List<String> notes, List<FileFinding> findings)
      throws IOException {
    write(workbook, title, notes, findings, true);
  }

  /** Adds the sheet for people who pay alone; with a header alone where all is well. */
  public static void add(TableWorkbook workbook, String title, List<FileFinding> findings)
      throws IOException {
    write(
        workbook,
        title,
        List.of(
            findings.isEmpty()
                ? say("problems.none")
                : say("problems.note", count(findings.size()))),
        findings,
        false);
  }

  private static void write(
      TableWorkbook workbook,
      String title,
      List<String> notes,
      List<FileFinding> findings,
      boolean employers)
      throws IOException {
    List<TableColumn> columns = new ArrayList<>(PLACE);
    if (employers) {
      columns.add(EMPLOYER);
    }
    columns.addAll(WORDS);
    TableRows rows =
        workbook.sheet(
            TableSheet.of("问题清单", title, columns.toArray(TableColumn[]::new)).withNotes(notes),
            findings.size());
    int serial = 0;
    for (FileFinding each : findings) {
      Finding finding = each.finding();
      SourceCell place = finding.place();
      rows.row(finding.code().isError()).number(++serial).text(each.file()).text(place.sheet());
      if (place.row() > 0) {
        rows.number(place.row());
      } else {
        rows.blank();
      }
      rows.text(place.columnLetter());
      if (employers) {
        rows.text(finding.employer());
      }
      rows.text(finding.code().name())
          .text(FindingText.severity(finding.code().severity(), Language.ZH))
          .text(FindingText.sentence(finding, Language.ZH))
          .text(FindingText.remedy(finding, Language.ZH));
    }
  }
}
