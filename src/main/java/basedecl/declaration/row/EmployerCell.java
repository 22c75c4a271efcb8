package basedecl.declaration.row;

import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.cell.UndividedRow;
import basedecl.finding.Finding;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose row it is, by the cell that should say so. Ditto marks, dashes and words such as 待定 are no
 * code, nor is what a spreadsheet made a date of or cut off; a code longer than {@value
 * #LONGEST_CODE} characters is none that anybody has. Such a row belongs to nobody, even where the
 * reader made something of the cell: guessing would give one employer another's people.
 */
public final class EmployerCell {

  static final int LONGEST_CODE = 64;
  public static final int LONGEST_NAME = 200;

  private static final Set<String> DITTO =
      Set.of("同上", "上同", "同前", "同", "同左", "如上", "同上行", "同上一行", "〃", "々", "DITTO", "DO.", "SAME");
  private static final Set<String> NOTHING =
      Set.of("无", "暂无", "没有", "待定", "未知", "不详", "NONE", "NULL", "N/A", "NA");

  /** Columns whose text a separator may divide. */
  private static final List<Field> DIVIDED =
      List.of(Field.NAME, Field.WAGE, Field.YEAR_TOTAL, Field.PENSION, Field.REMARKS);

  /** No letter, no digit: quotation marks as ditto marks, dashes, arrows. */
  private static final Pattern MARKS_ONLY = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+\\d+");

  private EmployerCell() {}

  /** Whether a filled cell can hold no code: ditto marks, dashes, a date, a number cut off. */
  public static boolean isNoCode(CellValue cell) {
    return reason(cell).isPresent();
  }

  /** The code of the employer that the row belongs to, {@code ""} where it belongs to nobody. */
  public static String owner(RawRow row) {
    String code = row.employerCode();
    return code.isEmpty() || code.length() > LONGEST_CODE || reason(cell(row)).isPresent()
        ? ""
        : code;
  }

  /**
   * What keeps the row from its employer, or the cell that cannot be read. As arguments: how many
   * rows, the first of them, and where there is one the limit.
   */
  static Optional<RowFault> fault(RawRow row) {
    CellValue cell = cell(row);
    Optional<RowFault> unreadable = RowFault.unreadable(field(row), cell);
    if (unreadable.isPresent()) {
      return unreadable;
    }
    Optional<Reason> reason = reason(cell);
    if (reason.isPresent()) {
      return Optional.of(missing(row, reason.get()));
    }
    if (row.employerCode().isEmpty()) {
      boolean column = row.has(Field.EMPLOYER_CODE) || row.has(Field.CREDIT_CODE);
      return Optional.of(missing(row, column ? Reason.CODE_BLANK : Reason.CODE_NOWHERE));
    }
    return row.employerCode().length() > LONGEST_CODE
        ? Optional.of(
            RowFault.of(
                field(row),
                FindingCode.TEXT_TOO_LONG,
                Reason.CODE_TOO_LONG,
                "1",
                Integer.toString(row.row()),
                Integer.toString(LONGEST_CODE)))
        : Optional.empty();
  }

  /** Whether a finding is one that {@link #fault} gives for a row that belongs to nobody. */
  public static boolean isCause(Finding finding) {
    return finding.code() == FindingCode.EMPLOYER_MISSING
        || (finding.code() == FindingCode.TEXT_TOO_LONG
            && finding.reason().equals(Optional.of(Reason.CODE_TOO_LONG)));
  }

  /**
   * Whether a row of a text file is wider than its header and the code stands behind a column that
   * may have been divided: what stands there then is something else.
   */
  public static boolean isShifted(RawRow row) {
    if (row.beyond() < 0 || !row.sheet().isEmpty()) {
      return false;
    }
    int code = row.columns().of(field(row));
    for (Field field : DIVIDED) {
      int place = row.columns().of(field);
      if (place >= 0 && place < code) {
        return true;
      }
    }
    return false;
  }

  private static RowFault missing(RawRow row, Reason reason) {
    return RowFault.of(
        field(row), FindingCode.EMPLOYER_MISSING, reason, "1", Integer.toString(row.row()));
  }

  private static Field field(RawRow row) {
    boolean credit =
        row.has(Field.CREDIT_CODE)
            && (!row.has(Field.EMPLOYER_CODE)
                || (row.cell(Field.EMPLOYER_CODE).isBlank()
                    && !row.cell(Field.CREDIT_CODE).isBlank()));
    return credit ? Field.CREDIT_CODE : Field.EMPLOYER_CODE;
  }

  private static CellValue cell(RawRow row) {
    CellValue code = row.cell(Field.EMPLOYER_CODE);
    return code.isBlank() ? row.cell(Field.CREDIT_CODE) : code;
  }

  /** Why the cell holds no code; empty where it may hold one or holds nothing. */
  private static Optional<Reason> reason(CellValue cell) {
    if (cell instanceof CellValue.Text text) {
      return reason(text.text());
    }
    if (cell instanceof CellValue.Numeric number && number.precisionLost()) {
      return Optional.of(Reason.CODE_CUT_OFF);
    }
    return cell instanceof CellValue.Date || cell instanceof CellValue.Bool
        ? Optional.of(Reason.CODE_NOT_TEXT)
        : Optional.empty();
  }

  private static Optional<Reason> reason(String text) {
    if (isDigits(text)) {
      return Optional.empty();
    }
    if (UndividedRow.isIn(text)) {
      return Optional.of(Reason.CODE_UNDIVIDED);
    }
    String code = Characters.compact(text).toUpperCase(Locale.ROOT);
    if (DITTO.contains(code) || (!text.isEmpty() && MARKS_ONLY.matcher(code).matches())) {
      return Optional.of(Reason.CODE_DITTO);
    }
    if (NOTHING.contains(code)) {
      return Optional.of(Reason.CODE_BLANK);
    }
    return SCIENTIFIC.matcher(code).matches() ? Optional.of(Reason.CODE_CUT_OFF) : Optional.empty();
  }

  /** As nearly every code: it needs no closer look. */
  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
