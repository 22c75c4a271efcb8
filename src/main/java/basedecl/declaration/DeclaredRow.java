package basedecl.declaration;

import java.time.LocalDate;

/** A row as its constraints see it: every field read once, nothing judged yet. */
record DeclaredRow(
    @PersonName(longest = 100) CellValue name,
    @IdentityDocument IdReading document,
    @MonthlyWage(decimals = 2, below = "1000000") WageReading wage) {

  static DeclaredRow of(RawRow row, Population population, LocalDate businessDate) {
    return new DeclaredRow(
        row.cell(Field.NAME),
        IdNumber.read(row.cell(Field.DOCUMENT_KIND), row.cell(Field.ID_NUMBER), businessDate),
        WageReading.of(row, population));
  }
}
