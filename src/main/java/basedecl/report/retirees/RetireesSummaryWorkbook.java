package basedecl.report.retirees;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.declaration.procedure.DeclarationProcedure;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.VersionRecord;
import basedecl.report.PaperHeading;
import basedecl.report.YearTotals;
import basedecl.report.declaration.LateDeclarations;
import basedecl.report.declaration.SpecialPersonSheet;
import basedecl.workbook.RowCells;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 医疗保险年报汇总表（退休）, {@code retirees-summary-YEAR.xlsx}: a line for each employer's current
 * declaration, then every version with the month from which its figures serve as account bases.
 */
public final class RetireesSummaryWorkbook {

  public static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.text("单位编号", 16),
          TableColumn.prose("单位名称", 44),
          TableColumn.word("经办机构", 12),
          TableColumn.count("退休人数", 12),
          TableColumn.money("退休金合计", 20),
          TableColumn.serial("版本", 8),
          TableColumn.word("状态", 12));

  private static final TableColumn[] VERSIONS = {
    TableColumn.text("单位编号", 16),
    TableColumn.prose("单位名称", 44),
    TableColumn.serial("版本", 8),
    TableColumn.date("申报日期", 13),
    TableColumn.word("生效月份", 12),
    TableColumn.word("失效月份", 12),
    TableColumn.count("退休人数", 12),
    TableColumn.money("退休金合计", 20),
    TableColumn.word("状态", 12)
  };

  private RetireesSummaryWorkbook() {}

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "retirees-summary-" + year + ".xlsx";
  }

  /**
   * Writes {@code retirees-summary-YEAR.xlsx} in {@code folder}.
   *
   * @param versions every version in order of employer code and version
   * @param late empty where the policy has no last day
   */
  public static Written write(
      Path folder,
      PaperHeading heading,
      List<VersionRecord> versions,
      Optional<LateDeclarations> late,
      SpecialPersonSheet special)
      throws IOException {
    List<DeclarationRecord> current =
        versions.stream().filter(VersionRecord::current).map(VersionRecord::declaration).toList();
    Path target = folder.resolve(fileName(heading.year()));
    try (TableWorkbook workbook = TableWorkbook.at(target, heading.businessDate())) {
      TableRows rows = workbook.sheet(sheet(heading, current, late), current.size());
      for (DeclarationRecord declaration : current) {
        add(rows, declaration);
      }
      addVersions(workbook.sheet(versionsSheet(heading), versions.size()), heading, versions);
      special.write(workbook, heading);
      return workbook.finish();
    }
  }

  public static void add(RowCells rows, DeclarationRecord d) throws IOException {
    rows.row()
        .text(d.employerCode())
        .text(d.employerName())
        .text(d.agency())
        .number(d.persons())
        .money(d.declaredTotal())
        .number(d.version())
        .text(d.state().title());
  }

  private static void addVersions(
      TableRows rows, PaperHeading heading, List<VersionRecord> versions) throws IOException {
    Map<String, List<VersionRecord>> byEmployer = new LinkedHashMap<>();
    for (VersionRecord version : versions) {
      byEmployer
          .computeIfAbsent(version.declaration().employerCode(), code -> new ArrayList<>())
          .add(version);
    }
    for (List<VersionRecord> history : byEmployer.values()) {
      List<Optional<YearMonth>> from =
          DeclarationProcedure.effectiveFrom(
              heading.year(),
              history.stream()
                  .map(
                      v ->
                          new DeclarationProcedure.Version(v.declaration().state(), v.declaredIn()))
                  .toList());
      for (int i = 0; i < history.size(); i++) {
        DeclarationRecord d = history.get(i).declaration();
        rows.row(history.get(i).current())
            .text(d.employerCode())
            .text(d.employerName())
            .number(d.version())
            .date(history.get(i).declaredOn())
            .text(from.get(i).map(YearMonth::toString).orElse(""))
            .text(from.get(i).isEmpty() ? "" : until(from.subList(i + 1, from.size())))
            .number(d.persons())
            .money(d.declaredTotal())
            .text(d.state().title());
      }
    }
  }

  /** The month from which the next version in force holds. */
  private static String until(List<Optional<YearMonth>> later) {
    return later.stream().flatMap(Optional::stream).findFirst().map(YearMonth::toString).orElse("");
  }

  private static TableSheet sheet(
      PaperHeading heading, List<DeclarationRecord> declarations, Optional<LateDeclarations> late) {
    YearTotals totals = YearTotals.of(declarations);
    return TableSheet.of("汇总表（退休）", heading.title("retirees.summary.title"), COLUMNS)
        .withNotes(notes(heading, totals))
        .withNotes(late.map(LateDeclarations::note).stream().toList());
  }

  /** The policy, what the pension is taken for, and the year's sums: summary and detail say it. */
  static List<String> notes(PaperHeading heading, YearTotals totals) {
    return List.of(
        heading.policyNote(),
        say("retirees.base.note"),
        say(
            "retirees.totals",
            count(totals.employers()),
            count(totals.persons()),
            yuan(totals.declaredTotal())));
  }

  private static TableSheet versionsSheet(PaperHeading heading) {
    return TableSheet.of("申报版本（退休）", heading.title("retirees.versions.title"), VERSIONS)
        .withNotes(List.of(heading.policyNote(), say("retirees.versions.note")));
  }
}
