package basedecl.declaration.row;

import basedecl.cell.AmountReading;
import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The twelve columns 1月 … 12月 of a row. Filled in are the months with pay: a blank, a dash, 无 or a
 * 0 is a month without, as for somebody who came or left during the year, and is not averaged in
 * (domain 2.8: divided by the months actually paid).
 *
 * @param first the first month filled in; {@link Field#MONTH_1} where none is
 * @param sum yuan of the months filled in
 * @param count the months filled in
 * @param faults of the cells that hold no amount of money, or less than nothing
 */
record MonthlyWages(Field first, BigDecimal sum, int count, List<RowFault> faults) {

  private static final MonthlyWages NONE =
      new MonthlyWages(Field.MONTH_1, BigDecimal.ZERO, 0, List.of());
  private static final Pattern UNPAID =
      Pattern.compile("[-\\u2010-\\u2015\\u2500_/\\\\\\u4e00]+|无");
  private static final int DECIMALS = 2;

  static MonthlyWages of(RawRow row) {
    if (row.cells().size() <= Field.MONTH_1.ordinal()) {
      return NONE;
    }
    Field first = Field.MONTH_1;
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    List<RowFault> faults = new ArrayList<>(0);
    for (Field month : Field.MONTHS) {
      CellValue cell = row.cell(month);
      if (cell.isBlank() || isUnpaid(cell)) {
        continue;
      }
      AmountReading reading = AmountReading.of(cell, month);
      BigDecimal amount =
          reading instanceof AmountReading.Exact exact ? exact.value() : BigDecimal.ZERO;
      fault(month, reading).ifPresent(faults::add);
      if (amount.signum() > 0) {
        first = count == 0 ? month : first;
        sum = sum.add(amount);
        count++;
      }
    }
    return count == 0 && faults.isEmpty() ? NONE : new MonthlyWages(first, sum, count, faults);
  }

  private static Optional<RowFault> fault(Field month, AmountReading reading) {
    if (reading instanceof AmountReading.Refused refused) {
      return Optional.of(refused.fault());
    }
    BigDecimal amount = ((AmountReading.Exact) reading).value();
    if (amount.signum() < 0) {
      return Optional.of(RowFault.of(month, FindingCode.WAGE_NOT_POSITIVE));
    }
    return amount.stripTrailingZeros().scale() > DECIMALS
        ? Optional.of(RowFault.of(month, FindingCode.WAGE_TOO_PRECISE))
        : Optional.empty();
  }

  private static boolean isUnpaid(CellValue cell) {
    return cell instanceof CellValue.Text text
        && UNPAID.matcher(Characters.compact(text.text())).matches();
  }
}
