package basedecl.declaration.row;

import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.person.FullName;
import basedecl.person.IdNumber;
import basedecl.person.IdReading;
import basedecl.policy.Population;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A row as its constraints see it: every field read once, nothing judged yet. */
record DeclaredRow(
    @PersonName CellValue name,
    @IdentityDocument IdReading document,
    @MonthlyWage(decimals = WAGE_DECIMALS, below = WAGE_BELOW) WageReading wage) {

  private static final int WAGE_DECIMALS = 2;
  private static final String WAGE_BELOW = "1000000";
  private static final BigDecimal IMPLAUSIBLE = new BigDecimal(WAGE_BELOW);

  static DeclaredRow of(RawRow row, Population population, LocalDate businessDate) {
    return new DeclaredRow(
        row.cell(Field.NAME),
        IdNumber.read(row.cell(Field.DOCUMENT_KIND), row.cell(Field.ID_NUMBER), businessDate),
        WageReading.of(row, population));
  }

  /**
   * Whether every constraint holds, by the constraints' own rules. Nearly all rows are flawless;
   * the validator, which costs several times as much, has only to say what is wrong with the
   * others.
   */
  boolean isFlawless() {
    return document instanceof IdReading.Read
        && FullName.fault(name).isEmpty()
        && MonthlyWage.Check.faults(wage, WAGE_DECIMALS, IMPLAUSIBLE).isEmpty();
  }
}
