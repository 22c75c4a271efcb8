package basedecl.report.retirees;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.file.ReplacedFile.Written;
import basedecl.report.AgencyLine;
import basedecl.report.PaperHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.LateDeclarations;
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * 分经办机构汇总表（退休）, {@code retirees-province-summary-YEAR.xlsx}: a line for each agency, which is what
 * its own summary comes to, and the total of all. Whom several employers declare stands here whole,
 * since they may be of several agencies.
 */
public final class ProvinceRetireesWorkbook {

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.prose("经办机构", 22),
          TableColumn.count("申报单位数", 10),
          TableColumn.count("退休人数", 12),
          TableColumn.money("退休金合计", 20),
          TableColumn.count("未申报单位数", 10),
          TableColumn.prose("文件夹", 26));

  private ProvinceRetireesWorkbook() {}

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "retirees-province-summary-" + year + ".xlsx";
  }

  /**
   * Writes it in {@code folder}.
   *
   * @param lines in their order
   * @param all of everybody's declarations
   * @throws IllegalStateException if the lines do not come to {@code all}
   */
  public static Written write(
      Path folder,
      PaperHeading heading,
      List<AgencyLine> lines,
      YearTotals all,
      Optional<LateDeclarations> late,
      SpecialPersonSheet special)
      throws IOException {
    AgencyLine.requireTie(lines, all);
    AgencyLine total =
        new AgencyLine(say("province.total"), all, AgencyLine.notDeclared(lines), "");
    try (TableWorkbook workbook =
        TableWorkbook.at(folder.resolve(fileName(heading.year())), heading.businessDate())) {
      TableRows rows = workbook.sheet(sheet(heading, lines, total, late), lines.size() + 1L);
      for (AgencyLine line : lines) {
        add(rows, line, false);
      }
      add(rows, total, true);
      special.write(workbook, heading);
      return workbook.finish();
    }
  }

  private static TableSheet sheet(
      PaperHeading heading,
      List<AgencyLine> lines,
      AgencyLine total,
      Optional<LateDeclarations> late) {
    return TableSheet.of("分经办机构汇总（退休）", heading.title("retirees.province.title"), COLUMNS)
        .withNotes(
            List.of(
                heading.policyNote(),
                say("retirees.base.note"),
                say(
                    "retirees.province.totals",
                    count(lines.size()),
                    count(total.totals().employers()),
                    count(total.totals().persons()),
                    yuan(total.totals().declaredTotal()),
                    count(total.notDeclared()))))
        .withNotes(late.map(LateDeclarations::note).stream().toList())
        .withNotes(List.of(say("retirees.province.note")));
  }

  private static void add(TableRows rows, AgencyLine line, boolean total) throws IOException {
    rows.row(total)
        .text(line.name())
        .number(line.totals().employers())
        .number(line.totals().persons())
        .money(line.totals().declaredTotal())
        .number(line.notDeclared())
        .text(line.folder());
  }
}
