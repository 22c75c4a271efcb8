package basedecl.declaration.row;

import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 发放月数: the months of the year for which a wage was paid, a whole number from 1 to 12. */
final class MonthsPaid {

  private static final int MOST = 12;
  private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})(?:\\.0+)?(?:个?月)?");

  private MonthsPaid() {}

  static Optional<Integer> read(CellValue cell) {
    if (cell instanceof CellValue.Numeric number) {
      BigDecimal value = number.value();
      boolean whole = value.stripTrailingZeros().scale() <= 0;
      return whole && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(MOST)) <= 0
          ? Optional.of(value.intValueExact())
          : Optional.empty();
    }
    if (cell instanceof CellValue.Text text) {
      Matcher months = MONTHS.matcher(Characters.compact(text.text()));
      return months.matches()
          ? Optional.of(Integer.parseInt(months.group(1))).filter(m -> m >= 1 && m <= MOST)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** What is wrong with a cell that {@link #read} refused. */
  static RowFault fault(CellValue cell) {
    return RowFault.unreadable(Field.MONTHS_PAID, cell)
        .orElseGet(
            () ->
                RowFault.of(
                    Field.MONTHS_PAID,
                    FindingCode.MONTHS_INVALID,
                    cell.isBlank() ? Reason.MONTHS_BLANK : Reason.MONTHS_RANGE));
  }
}
