package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.audit.signal.LowerLimitShare;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.report.ReportTexts;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.workbook.RowCells;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 医疗保险年报汇总表, {@code summary-YEAR.xlsx}: a line for each employer's current declaration of the year,
 * in order of its code; flagged employers stand out by colour.
 */
public final class SummaryWorkbook {

  public static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.text("单位编号", 14),
          TableColumn.prose("单位名称", 34),
          TableColumn.word("经办机构", 10),
          TableColumn.count("申报人数", 8),
          TableColumn.money("申报工资合计", 17),
          TableColumn.money("缴费基数合计", 17),
          TableColumn.count("按下限缴费人数", 9),
          TableColumn.count("按上限缴费人数", 9),
          TableColumn.percent("下限占比", 10),
          TableColumn.word("需自查自纠", 11),
          TableColumn.money("单位应缴", 16),
          TableColumn.money("个人应缴", 16),
          TableColumn.money("应缴合计", 16),
          TableColumn.serial("版本", 7),
          TableColumn.word("状态", 10));

  private SummaryWorkbook() {}

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "summary-" + year + ".xlsx";
  }

  /** Writes {@code summary-YEAR.xlsx} in {@code folder}. */
  public static Written write(
      Path folder,
      YearHeading heading,
      List<DeclarationRecord> declarations,
      Optional<LateDeclarations> late,
      SpecialPersonSheet special)
      throws IOException {
    List<DeclarationRecord> ordered = new ArrayList<>(declarations);
    ordered.sort(Comparator.comparing(DeclarationRecord::employerCode));
    Path target = folder.resolve(fileName(heading.year()));
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows = workbook.sheet(sheet(heading, declarations, late), ordered.size());
      for (DeclarationRecord declaration : ordered) {
        add(rows, declaration);
      }
      special.write(workbook, heading);
      return workbook.finish();
    }
  }

  private static TableSheet sheet(
      YearHeading heading, List<DeclarationRecord> declarations, Optional<LateDeclarations> late) {
    YearTotals totals = YearTotals.of(declarations);
    List<String> notes = new ArrayList<>();
    notes.add(heading.policyNote());
    notes.add(heading.limitsNote());
    notes.add(heading.ratesNote());
    heading.thresholdNote().ifPresent(notes::add);
    notes.add(
        say(
            "summary.totals",
            count(totals.employers()),
            count(totals.persons()),
            yuan(totals.declaredTotal()),
            yuan(totals.baseTotal()),
            count(totals.atLower()),
            count(totals.atUpper()),
            count(totals.flagged())));
    notes.add(duesNote(totals));
    late.map(LateDeclarations::note).ifPresent(notes::add);
    return TableSheet.of("汇总表", heading.title("summary.title"), COLUMNS)
        .withNotes(notes)
        .withWarnings(heading.warnings());
  }

  static String duesNote(YearTotals totals) {
    return say(
        "totals.dues",
        yuan(totals.dues().employer()),
        yuan(totals.dues().personal()),
        yuan(totals.dues().total()));
  }

  public static void add(RowCells rows, DeclarationRecord d) throws IOException {
    rows.row(d.flagged())
        .text(d.employerCode())
        .text(d.employerName())
        .text(d.agency())
        .number(d.persons())
        .money(d.declaredTotal())
        .money(d.baseTotal())
        .number(d.atLower())
        .number(d.atUpper())
        .fraction(new LowerLimitShare(d.atLower(), d.persons()).fraction())
        .text(ReportTexts.yesOrNo(d.flagged()))
        .money(d.dues().employer())
        .money(d.dues().personal())
        .money(d.dues().total())
        .number(d.version())
        .text(d.state().title());
  }
}
