package basedecl.report.retirees;

import basedecl.file.ReplacedFile.Written;
import basedecl.ledger.year.DeclarationRecord;
import basedecl.ledger.year.PersonRecord;
import basedecl.money.Money;
import basedecl.report.PaperHeading;
import basedecl.report.YearTotals;
import basedecl.workbook.RowCells;
import basedecl.workbook.TableColumn;
import basedecl.workbook.TableRows;
import basedecl.workbook.TableSheet;
import basedecl.workbook.TableWorkbook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * 医疗保险年报明细表（退休）, {@code retirees-detail-YEAR.xlsx}: a line for each retiree, streamed. The pension
 * is the account base; no limits apply. {@link #finish()} refuses lines that do not come to the
 * summary's totals.
 */
public final class RetireesDetailWorkbook implements Closeable {

  public static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.serial("序号", 8),
          TableColumn.text("单位编号", 14),
          TableColumn.prose("单位名称", 34),
          TableColumn.text("姓名", 12),
          TableColumn.text("证件类型", 16),
          TableColumn.text("证件号码", 21),
          TableColumn.money("月退休金", 14),
          TableColumn.money("个人账户划入基数", 14),
          TableColumn.text("退休人员签字", 16),
          TableColumn.prose("备注", 18));

  /** Points; room for a signature by hand. */
  static final int ROW_HEIGHT = 28;

  private final TableWorkbook workbook;
  private final TableRows rows;
  private final YearTotals totals;
  private long serial;
  private Money pensions = Money.ZERO;

  private RetireesDetailWorkbook(TableWorkbook workbook, TableRows rows, YearTotals totals) {
    this.workbook = workbook;
    this.rows = rows;
    this.totals = totals;
  }

  /** What the workbook of a year is called. */
  public static String fileName(int year) {
    return "retirees-detail-" + year + ".xlsx";
  }

  /** Begins {@code retirees-detail-YEAR.xlsx} in {@code folder}. */
  public static RetireesDetailWorkbook at(
      Path folder, PaperHeading heading, List<DeclarationRecord> declarations) throws IOException {
    YearTotals totals = YearTotals.of(declarations);
    TableWorkbook workbook =
        TableWorkbook.at(folder.resolve(fileName(heading.year())), heading.businessDate());
    try {
      TableRows rows = workbook.sheet(sheet(heading, totals), totals.persons());
      return new RetireesDetailWorkbook(workbook, rows, totals);
    } catch (IOException | RuntimeException e) {
      // Where its sheet cannot be begun, nothing is left of it.
      workbook.close();
      throw e;
    }
  }

  /** Adds a retiree's line; the lines come in order of employer code and line. */
  public void add(DeclarationRecord declaration, PersonRecord person) throws IOException {
    serial++;
    pensions = pensions.plus(person.declaredWage());
    row(rows, serial, declaration, person);
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
        .blank()
        .text(person.remarks());
  }

  /**
   * Puts the workbook in its place.
   *
   * @throws IllegalStateException if the lines do not come to the declarations' totals
   */
  public Written finish() throws IOException {
    if (serial != totals.persons() || !pensions.equals(totals.declaredTotal())) {
      throw new IllegalStateException(
          "The retirees' lines do not come to their declarations' totals: "
              + serial
              + " lines for "
              + totals.persons()
              + " persons");
    }
    return workbook.finish();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private static TableSheet sheet(PaperHeading heading, YearTotals totals) {
    return TableSheet.of("明细表（退休）", heading.title("retirees.detail.title"), COLUMNS)
        .withNotes(RetireesSummaryWorkbook.notes(heading, totals))
        .withRowHeight(ROW_HEIGHT);
  }
}
