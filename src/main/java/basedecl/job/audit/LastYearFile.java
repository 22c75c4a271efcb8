package basedecl.job.audit;

import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.finding.FindingCode;
import basedecl.job.submitted.SubmittedLine;
import basedecl.job.submitted.SubmittedTable;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.spreadsheet.gate.ReadLimits;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code last-year}: an employer's monthly bases together, as in last year's 汇总表.
 *
 * <pre>
 * 单位编号       required  the employer
 * 缴费基数合计    required  yuan, not below zero
 * 申报人数       optional  a whole number; what is none is passed over
 *
 * 单位编号,缴费基数合计,申报人数
 * 0370700001,202729.31,12  → 202729.31 yuan of 12 people
 * 0370700002,207857.68,  → 207857.68 yuan, of how many people is not known
 * 0370700001,41995.42,5  → EMPLOYER_DUPLICATE: the first line counts
 * </pre>
 */
final class LastYearFile {

  enum Column {
    EMPLOYER,
    BASES,
    PERSONS
  }

  static final HeaderSpec<Column> HEADER =
      HeaderSpec.of(Column.class)
          .required(Column.EMPLOYER, KnownHeader.EMPLOYER_CODE, "缴费人识别号")
          .required(Column.BASES, "缴费基数合计", "上年缴费基数合计")
          .optional(Column.PERSONS, "申报人数", "缴费人数", "参保人数", "人数")
          .amounts(EnumSet.of(Column.BASES))
          .build();

  private LastYearFile() {}

  /**
   * Reads the file at {@code file}; lines that cannot be used go to {@code problems}.
   *
   * @throws RefusedException if it cannot be read to its end
   */
  static Map<String, LastYear> read(Path file, ReadLimits limits, Problems problems)
      throws IOException {
    Map<String, LastYear> employers = new HashMap<>();
    SubmittedTable<Column> table = new SubmittedTable<>(file, HEADER, limits);
    table.forEachOrRefuse(
        AuditJob.UNREADABLE,
        line -> {
          if (!line.isRefused()) {
            take(employers, line);
          }
          problems.add(table.name(), line.findings());
        });
    return employers;
  }

  private static void take(Map<String, LastYear> employers, SubmittedLine<Column> line) {
    String employer = line.text(Column.EMPLOYER).strip();
    if (employer.isEmpty()) {
      line.faults(Column.EMPLOYER).add(FindingCode.EMPLOYER_MISSING);
      return;
    }
    Optional<Money> bases =
        SheetTable.storableAmount(line.cell(Column.BASES)).filter(m -> m.signum() >= 0);
    if (bases.isEmpty()) {
      line.faults(Column.BASES, employer).add(FindingCode.AMOUNT_INVALID);
      return;
    }
    Optional<Long> persons =
        SheetTable.storableAmount(line.cell(Column.PERSONS))
            .map(Money::amount)
            .filter(n -> n.signum() >= 0 && n.stripTrailingZeros().scale() <= 0)
            .map(BigDecimal::longValueExact);
    if (employers.putIfAbsent(employer, new LastYear(bases.get(), persons, LastYear.Source.FILE))
        != null) {
      line.faults(Column.EMPLOYER, employer).add(FindingCode.EMPLOYER_DUPLICATE);
    }
  }
}
