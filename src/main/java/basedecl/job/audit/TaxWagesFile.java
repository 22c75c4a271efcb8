package basedecl.job.audit;

import basedecl.audit.TaxWages;
import basedecl.cell.CellValue;
import basedecl.finding.FindingCode;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedTable;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;

/**
 * {@code tax-wages}: what the tax office knows of a person's wages. The monthly wage is the year's
 * income over its months, HALF_UP to fen.
 *
 * <pre>
 * 单位编号          required  the employer
 * 证件类型          optional  居民身份证 where left out
 * 证件号码          required  the person; one line for an employer's person
 * 年工资薪金收入     required  yuan, not below zero
 * 月数             optional  1 to 12; twelve where blank
 *
 * 单位编号,证件号码,年工资薪金收入,月数
 * 0370700001,370702198504123014,63630.00,12  → 5302.50 yuan a month
 * 0370700001,370703199006201025,20000.00,3  → 6666.67 yuan a month
 * 0370700001,370702198504123014,1000.00,1  → PERSON_DUPLICATE: the first line counts
 * </pre>
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

  /**
   * Reads the file at {@code file}; lines that cannot be used go to {@code problems}.
   *
   * @throws RefusedException if it cannot be read to its end
   */
  static TaxWages read(Path file, ReadLimits limits, LocalDate businessDate, Problems problems)
      throws IOException {
    TaxWages wages = new TaxWages();
    SubmittedTable<Column> table = new SubmittedTable<>(file, HEADER, limits);
    table.forEachOrRefuse(
        AuditJob.UNREADABLE,
        line -> {
          if (!line.isRefused()) {
            take(wages, line, businessDate);
          }
          problems.add(table.name(), line.findings());
        });
    return wages;
  }

  /** Takes a line, or tells its first fault. */
  private static void take(TaxWages wages, SubmittedLine<Column> line, LocalDate businessDate) {
    String employer = line.text(Column.EMPLOYER).strip();
    if (employer.isEmpty()) {
      line.faults(Column.EMPLOYER).add(FindingCode.EMPLOYER_MISSING);
      return;
    }
    IdReading reading = IdNumber.read(line.cell(Column.KIND), line.cell(Column.ID), businessDate);
    if (reading instanceof IdReading.Refused refused) {
      line.faults(Column.ID, employer).add(refused.faults().get(0));
      return;
    }
    Optional<Money> income =
        SheetTable.storableAmount(line.cell(Column.INCOME)).filter(m -> m.signum() >= 0);
    if (income.isEmpty()) {
      line.faults(Column.INCOME, employer).add(FindingCode.AMOUNT_INVALID);
      return;
    }
    Optional<Integer> months = months(line.cell(Column.MONTHS));
    if (months.isEmpty()) {
      line.faults(Column.MONTHS, employer).add(FindingCode.MONTHS_INVALID);
      return;
    }
    IdNumber person = ((IdReading.Read) reading).number();
    if (!wages.add(employer, person, income.get(), monthly(income.get(), months.get()))) {
      line.faults(Column.ID, employer).add(FindingCode.PERSON_DUPLICATE);
    }
  }

  private static Money monthly(Money income, int months) {
    return new Money(
        income.amount().divide(BigDecimal.valueOf(months), Money.SCALE, RoundingMode.HALF_UP));
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
