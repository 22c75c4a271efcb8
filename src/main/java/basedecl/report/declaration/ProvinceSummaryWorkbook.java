package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.audit.signal.LowerLimitShare;
import basedecl.file.ReplacedFile.Written;
import basedecl.report.AgencyLine;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.workbook.RowCells;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 分经办机构汇总表, {@code province-summary-YEAR.xlsx}: a line for each agency ({@link ProvinceLines}). */
public final class ProvinceSummaryWorkbook {

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.prose("经办机构", 22),
          TableColumn.count("申报单位数", 9),
          TableColumn.count("申报人数", 11),
          TableColumn.money("申报工资合计", 20),
          TableColumn.money("缴费基数合计", 20),
          TableColumn.count("按下限缴费人数", 11),
          TableColumn.count("按上限缴费人数", 11),
          TableColumn.percent("下限占比", 10),
          TableColumn.count("需自查自纠单位数", 10),
          TableColumn.money("单位应缴", 18),
          TableColumn.money("个人应缴", 18),
          TableColumn.money("应缴合计", 18),
          TableColumn.count("未申报单位数", 9),
          TableColumn.prose("文件夹", 22));

  private ProvinceSummaryWorkbook() {}

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "province-summary-" + year + ".xlsx";
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
      YearHeading heading,
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
        ProvinceSummaryWorkbook::add,
        special);
  }

  private static TableSheet sheet(
      YearHeading heading, ProvinceLines province, Optional<LateDeclarations> late) {
    YearTotals all = province.total().totals();
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(heading.limitsNote());
    notes.add(heading.ratesNote());
    heading.thresholdNote().ifPresent(notes::add);
    notes.add(
        say(
            "province.totals",
            count(province.agencies()),
            count(all.employers()),
            count(all.persons()),
            yuan(all.declaredTotal()),
            yuan(all.baseTotal()),
            count(all.flagged()),
            count(province.total().notDeclared())));
    notes.add(SummaryWorkbook.duesNote(all));
    late.map(LateDeclarations::note).ifPresent(notes::add);
    notes.add(say("province.note"));
    return TableSheet.of("分经办机构汇总", heading.title("province.title"), COLUMNS)
        .withNotes(notes)
        .withWarnings(heading.warnings());
  }

  private static void add(RowCells row, AgencyLine line) throws IOException {
    YearTotals totals = line.totals();
    row.text(line.name())
        .number(totals.employers())
        .number(totals.persons())
        .money(totals.declaredTotal())
        .money(totals.baseTotal())
        .number(totals.atLower())
        .number(totals.atUpper())
        .fraction(new LowerLimitShare(totals.atLower(), totals.persons()).fraction())
        .number(totals.flagged())
        .money(totals.dues().employer())
        .money(totals.dues().personal())
        .money(totals.dues().total())
        .number(line.notDeclared())
        .text(line.folder());
  }
}
