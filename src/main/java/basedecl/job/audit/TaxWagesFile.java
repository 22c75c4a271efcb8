package basedecl.job.audit;

import basedecl.audit.TaxWages;
import basedecl.cell.CellValue;
import basedecl.cell.RowFault;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;

/**
 * {@code tax-wages}: 单位编号, 证件号码, 年工资薪金收入; 证件类型 and 月数 (1 to 12, else twelve) are optional. The
 * monthly wage is the year's income over its months, HALF_UP to fen.
 */
final class TaxWagesFile {

  enum Column {
    EMPLOYER,
    KIND,
    ID,
    INCOME,
    MONTHS
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .optional(Column.KIND, KnownHeader.DOCUMENT_KIND)
          .required(Column.ID, KnownHeader.ID_NUMBER)
          .required(Column.INCOME, "年工资薪金收入", "工资薪金收入", "年收入", "全年工资薪金收入")
          .optional(Column.MONTHS, "月数", "发放月数", "实际发放月数", "申报月数")
          .amounts(EnumSet.of(Column.INCOME))
          .build();

  private static final int YEAR = 12;

  private TaxWagesFile() {}

  static TaxWages read(SpreadsheetFiles files, Path file, LocalDate businessDate, Problems problems)
      throws IOException, RefusedFileException {
    TaxWages wages = new TaxWages();
    String name = String.valueOf(file.getFileName());
    try (SheetTable<Column> table = SheetTable.open(files, file, HEADER)) {
      for (TableRow<Column> row = table.next(); row != null; row = table.next()) {
        take(wages, row, businessDate).ifPresent(finding -> problems.add(name, finding));
      }
    }
    return wages;
  }

  private static Optional<Finding> take(
      TaxWages wages, TableRow<Column> row, LocalDate businessDate) {
    Optional<Finding> tooWide = row.tooWide();
    if (tooWide.isPresent()) {
      return tooWide;
    }
    String employer = row.cell(Column.EMPLOYER).asText().strip();
    if (employer.isEmpty()) {
      return Optional.of(Finding.of(FindingCode.EMPLOYER_MISSING, "", row.place(Column.EMPLOYER)));
    }
    IdReading reading = IdNumber.read(row.cell(Column.KIND), row.cell(Column.ID), businessDate);
    if (reading instanceof IdReading.Refused refused) {
      RowFault fault = refused.faults().get(0);
      return Optional.of(fault.at(employer, row.place(Column.ID)));
    }
    Optional<Money> income =
        SheetTable.storableAmount(row.cell(Column.INCOME)).filter(m -> m.signum() >= 0);
    if (income.isEmpty()) {
      return Optional.of(
          Finding.of(FindingCode.AMOUNT_INVALID, employer, row.place(Column.INCOME)));
    }
    Optional<Integer> months = months(row.cell(Column.MONTHS));
    if (months.isEmpty()) {
      return Optional.of(
          Finding.of(FindingCode.MONTHS_INVALID, employer, row.place(Column.MONTHS)));
    }
    Money monthly =
        new Money(
            income
                .get()
                .amount()
                .divide(BigDecimal.valueOf(months.get()), Money.SCALE, RoundingMode.HALF_UP));
    IdNumber person = ((IdReading.Read) reading).number();
    return wages.add(employer, person, income.get(), monthly)
        ? Optional.empty()
        : Optional.of(Finding.of(FindingCode.PERSON_DUPLICATE, employer, row.place(Column.ID)));
  }

  private static Optional<Integer> months(CellValue cell) {
    if (cell.isBlank()) {
      return Optional.of(YEAR);
    }
    return SheetTable.amount(cell)
        .map(Money::amount)
        .filter(n -> n.stripTrailingZeros().scale() <= 0)
        .filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(YEAR)) <= 0)
        .map(BigDecimal::intValueExact);
  }
}
