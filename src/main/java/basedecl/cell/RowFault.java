package basedecl.cell;

import basedecl.finding.FindingCode;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one field of a row, before it is known where the row stands. The arguments are
 * those of the finding it becomes.
 */
public record RowFault(Field field, FindingCode code, List<String> arguments) {

  public RowFault {
    arguments = List.copyOf(arguments);
  }

  public static RowFault of(Field field, FindingCode code, String... arguments) {
    return new RowFault(field, code, List.of(arguments));
  }

  /**
   * The fault of a cell that holds no value to judge: an error, or a formula without its result or
   * with one that the file calls out of date.
   */
  public static Optional<RowFault> unreadable(Field field, CellValue cell) {
    if (cell instanceof CellValue.ErrorValue error) {
      return Optional.of(of(field, FindingCode.CELL_ERROR, error.code()));
    }
    if (cell instanceof CellValue.OutOfDate) {
      return Optional.of(of(field, FindingCode.FORMULA_NOT_CALCULATED, "result-out-of-date"));
    }
    return cell instanceof CellValue.NotCalculated
        ? Optional.of(of(field, FindingCode.FORMULA_NOT_CALCULATED))
        : Optional.empty();
  }
}
