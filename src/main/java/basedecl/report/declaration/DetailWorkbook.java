package basedecl.report.declaration;

import static basedecl.report.ReportTexts.count;
import static basedecl.report.ReportTexts.say;
import static basedecl.report.ReportTexts.yuan;

import basedecl.assessment.Adjustment;
import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.report.ReportTexts;
import basedecl.report.YearHeading;
import basedecl.report.YearTotals;
import basedecl.workbook.RowCells;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 医疗保险年报明细表, {@code detail-YEAR.xlsx}: a line for each person, streamed, with a space for the
 * signature. The lines are made in stretches ({@link #lines}), by several threads if need be, and
 * put together in order. They must come to the totals said at the beginning, person by person and
 * to the fen: {@link #finish} refuses a workbook that does not tie to the summary.
 */
public final class DetailWorkbook implements Closeable {

  public static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.serial("序号", 8),
          TableColumn.text("单位编号", 14),
          TableColumn.prose("单位名称", 32),
          TableColumn.text("姓名", 12),
          TableColumn.text("证件类型", 14),
          TableColumn.text("证件号码", 21),
          TableColumn.money("月均工资", 13),
          TableColumn.money("缴费基数", 13),
          TableColumn.word("基数调整", 8),
          TableColumn.money("单位应缴", 12),
          TableColumn.money("个人应缴", 12),
          TableColumn.text("职工签字", 14),
          TableColumn.prose("备注", 16));

  /** Points; room for a signature by hand. */
  public static final int ROW_HEIGHT = 28;

  private static final Map<Adjustment, String> ADJUSTMENTS =
      Arrays.stream(Adjustment.values())
          .collect(Collectors.toUnmodifiableMap(a -> a, ReportTexts::adjustment));

  private final TableWorkbook workbook;
  private final TableSheet sheet;
  private final YearTotals totals;
  private DetailLines.Sums sums = DetailLines.Sums.NONE;

  private DetailWorkbook(TableWorkbook workbook, TableSheet sheet, YearTotals totals) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.totals = totals;
  }

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "detail-" + year + ".xlsx";
  }

  /**
   * Begins {@code detail-YEAR.xlsx} in {@code folder}.
   *
   * @param declarations those whose persons will be added
   */
  public static DetailWorkbook at(
      Path folder, YearHeading heading, List<DeclarationRecord> declarations) throws IOException {
    return at(folder, heading, declarations, TableWorkbook.ROW_LIMIT);
  }

  public static DetailWorkbook at(
      Path folder, YearHeading heading, List<DeclarationRecord> declarations, int rowLimit)
      throws IOException {
    YearTotals totals = YearTotals.of(declarations);
    return new DetailWorkbook(
        TableWorkbook.at(
            folder.resolve(fileName(heading.year())),
            heading.businessDate(),
            TableWorkbook.DEFLATE_LEVEL,
            rowLimit),
        sheet(heading, totals),
        totals);
  }

  /**
   * Lines that follow on each other, behind so many others. Several threads may make such
   * stretches.
   */
  public DetailLines lines(long before) throws IOException {
    return new DetailLines(workbook.packer(sheet, before), before);
  }

  /** All that lines behind so many others depend on besides themselves, as text. */
  public String place(long before) {
    return before + " " + workbook.layout(sheet);
  }

  /** Where the stretches of lines come from, in order. */
  public interface Source {
    Optional<DetailLines.Packed> next() throws IOException;
  }

  public static void row(
      RowCells rows, long serial, DeclarationRecord declaration, PersonRecord person)
      throws IOException {
    rows.row()
        .number(serial)
        .text(declaration.employerCode())
        .text(declaration.employerName())
        .text(person.name())
        .text(person.documentKind().title())
        .text(person.idNumber().whole())
        .money(person.declaredWage())
        .money(person.base())
        .text(ADJUSTMENTS.getOrDefault(person.adjustment(), ""))
        .money(person.dues().employer())
        .money(person.dues().personal())
        .blank()
        .text(person.remarks());
  }

  /** Writes the lines, all of them. */
  public void write(Source source) throws IOException {
    workbook.packed(
        sheet,
        totals.persons(),
        () -> {
          Optional<DetailLines.Packed> next = source.next();
          next.ifPresent(packed -> sums = sums.plus(packed.sums()));
          return next.map(DetailLines.Packed::rows);
        });
  }

  /**
   * Puts the workbook in its place.
   *
   * @throws IllegalStateException if the persons do not come to the declarations' totals
   */
  public Written finish() throws IOException {
    if (!sums.tieTo(totals)) {
      throw new IllegalStateException(
          "The persons' lines do not come to their declarations' totals: "
              + sums.persons()
              + " lines for "
              + totals.persons()
              + " persons");
    }
    return workbook.finish();
  }

  /** Gives up what was written unless it was finished. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private static TableSheet sheet(YearHeading heading, YearTotals totals) {
    return TableSheet.of("明细表", heading.title("detail.title"), COLUMNS)
        .withNotes(
            List.of(
                heading.policyNote(),
                heading.limitsNote(),
                heading.ratesNote(),
                say(
                    "detail.totals",
                    count(totals.employers()),
                    count(totals.persons()),
                    yuan(totals.declaredTotal()),
                    yuan(totals.baseTotal())),
                SummaryWorkbook.duesNote(totals)))
        .withWarnings(heading.warnings())
        .withRowHeight(ROW_HEIGHT);
  }
}
