package basedecl.declaration.row;

import basedecl.cell.AmountReading;
import basedecl.cell.CellValue;
import basedecl.cell.Field;
import basedecl.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Whether a row's other figures gainsay its average: the sum of the year, the months paid, the
 * twelve months. Two figures agree that lie no more than a yuan or no more than one hundredth
 * apart, so that averages rounded to whole yuan or tens pass.
 *
 * <p>Where a sum stands without a number of months, any number from 2 to 12 may explain it. One
 * month may not: a sum equal to the average is far more often a year's sum in the column of the
 * average than somebody paid once. Cells that hold no amount above nothing say nothing.
 */
public final class WageContradiction {

  private static final BigDecimal NEAR = new BigDecimal("0.01");
  private static final int MOST_MONTHS = 12;

  private WageContradiction() {}

  public static boolean isIn(RawRow row, Money average) {
    MonthlyWages months = MonthlyWages.of(row);
    Optional<BigDecimal> total = amount(row.cell(Field.YEAR_TOTAL), Field.YEAR_TOTAL);
    BigDecimal wage = average.amount();
    if (months.count() > 0 && !isNear(wage, divided(months.sum(), months.count()))) {
      return true;
    }
    if (total.isEmpty()) {
      return false;
    }
    Optional<Integer> paid = MonthsPaid.read(row.cell(Field.MONTHS_PAID));
    if (paid.isPresent()) {
      return !isNear(wage, divided(total.get(), paid.get()));
    }
    return months.count() > 0
        ? !isNear(wage, divided(total.get(), months.count()))
        : !isExplained(wage, total.get());
  }

  private static boolean isExplained(BigDecimal wage, BigDecimal total) {
    for (int months = 2; months <= MOST_MONTHS; months++) {
      if (isNear(wage, divided(total, months))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNear(BigDecimal one, BigDecimal other) {
    BigDecimal apart = one.subtract(other).abs();
    return apart.compareTo(BigDecimal.ONE) <= 0
        || apart.compareTo(one.max(other).multiply(NEAR)) <= 0;
  }

  private static BigDecimal divided(BigDecimal sum, int months) {
    return sum.divide(BigDecimal.valueOf(months), Money.SCALE, RoundingMode.HALF_UP);
  }

  private static Optional<BigDecimal> amount(CellValue cell, Field field) {
    return cell.isBlank() || !(AmountReading.of(cell, field) instanceof AmountReading.Exact exact)
        ? Optional.empty()
        : Optional.of(exact.value()).filter(value -> value.signum() > 0);
  }
}
