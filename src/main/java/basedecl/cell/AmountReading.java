package basedecl.cell;

import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What reading a cell as an amount of yuan gave. Read are numbers and text such as {@code
 * 5,000.00}, {@code ５０００}, {@code 5000元}, {@code ￥5000} (contract 4). Separators must stand before
 * every third digit: {@code 5,00} may mean 5.00 or 500, so it is refused, as are {@code 5.000,00}
 * and {@code 5E3}; {@code 1.2万} is refused as an amount in another unit.
 */
public sealed interface AmountReading {

  /** The amount exactly as written; any sign, any number of decimals. */
  record Exact(BigDecimal value) implements AmountReading {}

  /** Not an amount; a blank cell included. */
  record Refused(RowFault fault) implements AmountReading {}

  /** Reads {@code cell}; {@code field} is where a fault stands. */
  static AmountReading of(CellValue cell, Field field) {
    Optional<RowFault> unreadable = RowFault.unreadable(field, cell);
    if (unreadable.isPresent()) {
      return new Refused(unreadable.get());
    }
    if (cell instanceof CellValue.Numeric number) {
      return new Exact(number.value());
    }
    if (cell instanceof CellValue.InUnit other) {
      return new Refused(RowFault.of(field, FindingCode.UNIT_NOT_YUAN, other.unit()));
    }
    if (cell instanceof CellValue.Text text) {
      return AmountText.read(text.text())
          .<AmountReading>map(Exact::new)
          .orElseGet(() -> refused(field, text.text()));
    }
    Reason reason = cell instanceof CellValue.Date ? Reason.WAGE_DATE : Reason.WAGE_TEXT;
    return new Refused(RowFault.of(field, FindingCode.WAGE_NOT_A_NUMBER, reason));
  }

  private static Refused refused(Field field, String text) {
    return new Refused(
        AmountText.unit(text)
            .map(unit -> RowFault.of(field, FindingCode.UNIT_NOT_YUAN, unit))
            .orElseGet(
                () ->
                    RowFault.of(
                        field, FindingCode.WAGE_NOT_A_NUMBER, AmountText.whatIsWrong(text))));
  }
}
