package basedecl.report.retirees;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.file.ReplacedFile.Written;
import basedecl.report.AgencyLine;
import basedecl.report.PaperHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.LateDeclarations;
import basedecl.report.declaration.ProvinceLines;
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.workbook.RowCells;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * 分经办机构汇总表（退休）, {@code retirees-province-summary-YEAR.xlsx}: a line for each agency ({@link
 * ProvinceLines}).
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
    ProvinceLines province = new ProvinceLines(lines, all);
    return province.write(
        folder.resolve(fileName(heading.year())),
        heading,
        sheet(heading, province, late),
        ProvinceRetireesWorkbook::add,
        special);
  }

  private static TableSheet sheet(
      PaperHeading heading, ProvinceLines province, Optional<LateDeclarations> late) {
    AgencyLine total = province.total();
    return TableSheet.of("分经办机构汇总（退休）", heading.title("retirees.province.title"), COLUMNS)
        .withNotes(
            List.of(
                heading.policyNote(),
                say("retirees.base.note"),
                say(
                    "retirees.province.totals",
                    count(province.agencies()),
                    count(total.totals().employers()),
                    count(total.totals().persons()),
                    yuan(total.totals().declaredTotal()),
                    count(total.notDeclared()))))
        .withNotes(late.map(LateDeclarations::note).stream().toList())
        .withNotes(List.of(say("retirees.province.note")));
  }

  private static void add(RowCells row, AgencyLine line) throws IOException {
    row.text(line.name())
        .number(line.totals().employers())
        .number(line.totals().persons())
        .money(line.totals().declaredTotal())
        .number(line.notDeclared())
        .text(line.folder());
  }
}
