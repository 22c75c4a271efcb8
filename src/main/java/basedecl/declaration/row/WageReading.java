package basedecl.declaration.row;

import basedecl.cell.AmountReading;
import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.money.Money;
import basedecl.policy.Population;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a row says somebody earned, as it was written; whether such a wage can be is for {@link
 * MonthlyWage} to judge.
 */
public sealed interface WageReading {

  /** Yuan a month with as many decimals as were written, and the column it stands in. */
  record Monthly(Field field, BigDecimal amount) implements WageReading {}

  /**
   * A sum in yuan and the months it was paid for, 1 to 12: 年工资总额, or the months' own wages added
   * up, and the column where it stands or begins.
   */
  record Yearly(Field field, BigDecimal total, int months) implements WageReading {

    /** {@code total / months}, HALF_UP to fen (domain 2.8). */
    BigDecimal average() {
      return total.divide(BigDecimal.valueOf(months), Money.SCALE, RoundingMode.HALF_UP);
    }
  }

  /** Nothing that can be read as a wage. */
  record Refused(List<RowFault> faults) implements WageReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads the wage of a row. A monthly wage counts wherever its cell is filled; where it is blank,
   * 年工资总额 and 发放月数; where they do not both stand there, the months filled in of 1月 … 12月. Retirees
   * have 月退休金 alone.
   */
  static WageReading of(RawRow row, Population population) {
    Field monthly = population == Population.RETIREES ? Field.PENSION : Field.WAGE;
    CellValue wage = row.cell(monthly);
    if (!wage.isBlank()) {
      AmountReading reading = AmountReading.of(wage, monthly);
      return reading instanceof AmountReading.Exact exact
          ? new Monthly(monthly, exact.value())
          : new Refused(faults(reading, wage, monthly));
    }
    if (population == Population.RETIREES) {
      return missing(row, monthly);
    }
    CellValue total = row.cell(Field.YEAR_TOTAL);
    CellValue paid = row.cell(Field.MONTHS_PAID);
    if (total.isBlank() || paid.isBlank()) {
      MonthlyWages months = MonthlyWages.of(row);
      if (!months.faults().isEmpty()) {
        return new Refused(months.faults());
      }
      if (months.count() > 0) {
        return new Yearly(months.first(), months.sum(), months.count());
      }
    }
    return total.isBlank()
        ? missing(row, monthly)
        : yearly(AmountReading.of(total, Field.YEAR_TOTAL), total, paid);
  }

  private static WageReading missing(RawRow row, Field monthly) {
    Field place = monthly;
    if (!row.has(monthly)) {
      place = row.has(Field.YEAR_TOTAL) ? Field.YEAR_TOTAL : place;
      place = place == monthly && row.has(Field.MONTH_1) ? Field.MONTH_1 : place;
    }
    return new Refused(List.of(RowFault.of(place, FindingCode.WAGE_MISSING)));
  }

  private static WageReading yearly(
      AmountReading total, CellValue totalCell, CellValue monthsCell) {
    Optional<Integer> months = MonthsPaid.read(monthsCell);
    if (total instanceof AmountReading.Exact exact && months.isPresent()) {
      return new Yearly(Field.YEAR_TOTAL, exact.value(), months.get());
    }
    List<RowFault> faults = new ArrayList<>(faults(total, totalCell, Field.YEAR_TOTAL));
    if (months.isEmpty()) {
      faults.add(MonthsPaid.fault(monthsCell));
    }
    return new Refused(faults);
  }

  /** What is wrong with a cell; of a result out of date also that it would be too precise. */
  private static List<RowFault> faults(AmountReading reading, CellValue cell, Field field) {
    if (!(reading instanceof AmountReading.Refused refused)) {
      return List.of();
    }
    boolean tooPrecise =
        cell instanceof CellValue.OutOfDate old
            && old.stored() instanceof CellValue.Numeric number
            && number.value().stripTrailingZeros().scale() > Money.SCALE;
    return tooPrecise
        ? List.of(refused.fault(), RowFault.of(field, FindingCode.WAGE_TOO_PRECISE))
        : List.of(refused.fault());
  }
}
