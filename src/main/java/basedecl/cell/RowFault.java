package basedecl.cell;

import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.finding.SourceCell;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one field of a row, before it is known where the row stands. Reason and
 * arguments are those of the finding it becomes.
 */
public record RowFault(
    Field field, FindingCode code, Optional<Reason> reason, List<String> arguments) {

  public RowFault {
    arguments = List.copyOf(arguments);
  }

  public static RowFault of(Field field, FindingCode code, String... arguments) {
    return new RowFault(field, code, Optional.empty(), List.of(arguments));
  }

  public static RowFault of(Field field, FindingCode code, Reason reason, String... arguments) {
    return new RowFault(field, code, Optional.of(reason), List.of(arguments));
  }

  /** The finding it becomes once its employer and its place are known. */
  public Finding at(String employer, SourceCell place) {
    return new Finding(code, employer, place, reason, arguments);
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
      return Optional.of(of(field, FindingCode.FORMULA_NOT_CALCULATED, Reason.RESULT_OUT_OF_DATE));
    }
    return cell instanceof CellValue.NotCalculated
        ? Optional.of(of(field, FindingCode.FORMULA_NOT_CALCULATED))
        : Optional.empty();
  }
}
