package basedecl.declaration;

import basedecl.money.Money;
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

  /** 年工资总额 in yuan and the months it was paid for, 1 to 12. */
  record Yearly(BigDecimal total, int months) implements WageReading {

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
   * Reads the wage of a row. A monthly wage counts wherever its cell is filled; 年工资总额 and 发放月数 are
   * looked at only where it is blank. Retirees have 月退休金 alone.
   */
  static WageReading of(RawRow row, Population population) {
    Field monthly = population == Population.RETIREES ? Field.PENSION : Field.WAGE;
    CellValue wage = row.cell(monthly);
    CellValue total = row.cell(Field.YEAR_TOTAL);
    if (!wage.isBlank()) {
      AmountReading reading = AmountReading.of(wage, monthly);
      return reading instanceof AmountReading.Exact exact
          ? new Monthly(monthly, exact.value())
          : new Refused(faults(reading));
    }
    if (population == Population.RETIREES || total.isBlank()) {
      boolean monthlyColumn = row.has(monthly) || !row.has(Field.YEAR_TOTAL);
      return new Refused(
          List.of(
              RowFault.of(monthlyColumn ? monthly : Field.YEAR_TOTAL, FindingCode.WAGE_MISSING)));
    }
    return yearly(AmountReading.of(total, Field.YEAR_TOTAL), row.cell(Field.MONTHS_PAID));
  }

  private static WageReading yearly(AmountReading total, CellValue monthsCell) {
    Optional<Integer> months = MonthsPaid.read(monthsCell);
    if (total instanceof AmountReading.Exact exact && months.isPresent()) {
      return new Yearly(exact.value(), months.get());
    }
    List<RowFault> faults = new ArrayList<>(faults(total));
    if (months.isEmpty()) {
      faults.add(MonthsPaid.fault(monthsCell));
    }
    return new Refused(faults);
  }

  private static List<RowFault> faults(AmountReading reading) {
    return reading instanceof AmountReading.Refused refused ? List.of(refused.fault()) : List.of();
  }
}
