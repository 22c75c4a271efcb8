package basedecl.job.audit;

import basedecl.audit.signal.EmployerFigures.LastYear;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.money.Money;
import basedecl.spreadsheet.SpreadsheetFiles;
import basedecl.spreadsheet.gate.RefusedFileException;
import basedecl.table.HeaderSpec;
import basedecl.table.KnownHeader;
import basedecl.table.SheetTable;
import basedecl.table.TableRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code last-year}: 单位编号, 缴费基数合计 (the people's monthly bases together, as in last year's 汇总表), and
 * 申报人数 where the file tells it. Of two lines of one employer the first is taken.
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

  static Map<String, LastYear> read(SpreadsheetFiles files, Path file, Problems problems)
      throws IOException, RefusedFileException {
    Map<String, LastYear> employers = new HashMap<>();
    String name = String.valueOf(file.getFileName());
    try (SheetTable<Column> table = SheetTable.open(files, file, HEADER)) {
      for (TableRow<Column> row = table.next(); row != null; row = table.next()) {
        take(employers, row).ifPresent(finding -> problems.add(name, finding));
      }
    }
    return employers;
  }

  private static Optional<Finding> take(Map<String, LastYear> employers, TableRow<Column> row) {
    Optional<Finding> tooWide = row.tooWide();
    if (tooWide.isPresent()) {
      return tooWide;
    }
    String employer = row.cell(Column.EMPLOYER).asText().strip();
    if (employer.isEmpty()) {
      return Optional.of(Finding.of(FindingCode.EMPLOYER_MISSING, "", row.place(Column.EMPLOYER)));
    }
    Optional<Money> bases =
        SheetTable.storableAmount(row.cell(Column.BASES)).filter(m -> m.signum() >= 0);
    if (bases.isEmpty()) {
      return Optional.of(Finding.of(FindingCode.AMOUNT_INVALID, employer, row.place(Column.BASES)));
    }
    Optional<Long> persons =
        SheetTable.storableAmount(row.cell(Column.PERSONS))
            .map(Money::amount)
            .filter(n -> n.signum() >= 0 && n.stripTrailingZeros().scale() <= 0)
            .map(BigDecimal::longValueExact);
    return employers.putIfAbsent(employer, new LastYear(bases.get(), persons)) == null
        ? Optional.empty()
        : Optional.of(
            Finding.of(FindingCode.EMPLOYER_DUPLICATE, employer, row.place(Column.EMPLOYER)));
  }
}
