package basedecl.person;

import basedecl.cell.CellValue;
import basedecl.cell.Characters;
import basedecl.cell.Field;
import basedecl.cell.RowFault;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that identifies a person, in normal form (domain 8): upper case, half-width, an old
 * 15-digit number converted to 18. Its text form is masked; {@link #whole()} is for the data
 * itself.
 *
 * <p>Source: GB 11643-1999 for the 18 characters, their birth date and their check character. The
 * region is looked at by its first digit alone (1 to 7; 8 only as 810000, 820000, 830000 of the
 * residence permits; 9 of the permanent residence): administrative codes change, numbers stay.
 */
public record IdNumber(String whole) {

  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;

  /** A spreadsheet holds 15 significant digits: a longer number in a numeric cell has lost some. */
  private static final int DIGITS_OF_A_NUMERIC_CELL = 15;

  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1800, 1, 1);
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  /**
   * What is typed for an X: signs of multiplication, Cyrillic, Greek; read where it must be one.
   */
  private static final String LIKE_AN_X =
      "\u00D7\u2715\u2716\u2573\u2A2F\u2717\u2718\u0425\u0445\u03A7\u03C7*\u2217";

  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(\\.\\d*)?E[+-]?\\d+");
  private static final Pattern OLD_PERMANENT_RESIDENCE = Pattern.compile("[A-Z]{3}\\d{12}");
  private static final Pattern HK_MACAO_PERMIT = Pattern.compile("[HM]\\d{8}(?:\\d{2})?");
  private static final Pattern TAIWAN_PERMIT = Pattern.compile("\\d{8}(?:\\d{2}[A-Z]?)?");
  private static final Pattern BRACKETS = Pattern.compile("[()]");
  private static final Pattern PASSPORT = Pattern.compile("(?=.*[A-Z])[A-Z0-9]{5,17}");

  /** Masked: the first three and the last two characters, such as {@code 370*************12}. */
  @Override
  public String toString() {
    int shown = whole.length() >= 8 ? 5 : 0;
    return shown == 0
        ? "*".repeat(whole.length())
        : whole.substring(0, 3)
            + "*".repeat(whole.length() - 5)
            + whole.substring(whole.length() - 2);
  }

  /**
   * Reads 证件号码 together with 证件类型. Where the kind is left out it is 居民身份证, unless the number is
   * plainly that of a residence permit or a permanent residence; a passport or a travel permit must
   * be called one.
   *
   * @param kind the cell of 证件类型, blank where the sheet has none
   * @param number the cell of 证件号码
   * @param businessDate nobody is born after this day; born on it is possible
   */
  public static IdReading read(CellValue kind, CellValue number, LocalDate businessDate) {
    if (kind.isBlank()) {
      return read(Optional.empty(), number, businessDate);
    }
    Optional<RowFault> unreadable = RowFault.unreadable(Field.DOCUMENT_KIND, kind);
    Optional<DocumentKind> said = DocumentKind.named(kind.asText());
    if (unreadable.isEmpty() && said.isPresent()) {
      return read(said, number, businessDate);
    }
    List<RowFault> faults = new ArrayList<>();
    faults.add(
        unreadable.orElseGet(
            () ->
                RowFault.of(
                    Field.DOCUMENT_KIND, FindingCode.ID_INVALID, Reason.DOCUMENT_KIND_UNKNOWN)));
    if (read(Optional.empty(), number, businessDate) instanceof IdReading.Refused refused) {
      refused.faults().stream().filter(IdNumber::isWrongForEveryKind).forEach(faults::add);
    }
    return new IdReading.Refused(faults);
  }

  private static boolean isWrongForEveryKind(RowFault fault) {
    return switch (fault.code()) {
      case ID_MISSING, ID_PRECISION_LOST, CELL_ERROR, FORMULA_NOT_CALCULATED -> true;
      default -> false;
    };
  }

  private static IdReading read(
      Optional<DocumentKind> said, CellValue cell, LocalDate businessDate) {
    Optional<RowFault> unreadable = RowFault.unreadable(Field.ID_NUMBER, cell);
    if (unreadable.isPresent()) {
      return IdReading.Refused.of(unreadable.get());
    }
    if (cell instanceof CellValue.Date || cell instanceof CellValue.Bool) {
      return refused(FindingCode.ID_INVALID, Reason.ID_NOT_TEXT);
    }
    if (cell instanceof CellValue.Numeric n
        && (n.precisionLost()
            || n.value().precision() - n.value().scale() > DIGITS_OF_A_NUMERIC_CELL)) {
      return refused(FindingCode.ID_PRECISION_LOST);
    }
    String text = normal(cell.asText(), said);
    if (text.isEmpty()) {
      return refused(FindingCode.ID_MISSING);
    }
    if (text.indexOf('E') > 0
        && said.orElse(null) != DocumentKind.PASSPORT
        && SCIENTIFIC.matcher(text).matches()) {
      return refused(FindingCode.ID_PRECISION_LOST);
    }
    Optional<DocumentKind> form = formOf(text, said);
    if (form.isEmpty()) {
      return said.orElse(null) != DocumentKind.HK_MACAO_PERMIT
              && HK_MACAO_PERMIT.matcher(text).matches()
          ? refused(
              FindingCode.ID_INVALID, Reason.ID_KIND_NEEDED, DocumentKind.HK_MACAO_PERMIT.title())
          : refused(FindingCode.ID_INVALID, Reason.ID_FORM, Integer.toString(text.length()));
    }
    if (said.isPresent() && !said.equals(form)) {
      return refused(FindingCode.ID_INVALID, Reason.ID_KIND_MISMATCH, said.get().title());
    }
    return checked(text, form.get(), businessDate);
  }

  /**
   * Upper case and half-width, with a proven X; a permit's number of issues out of its brackets.
   */
  private static String normal(String written, Optional<DocumentKind> said) {
    String text = Characters.compact(written).toUpperCase(Locale.ROOT);
    if (said.isPresent() && isPermit(said.get())) {
      return BRACKETS.matcher(text).replaceAll("");
    }
    int last = text.length() - 1;
    return last == LENGTH - 1
            && LIKE_AN_X.indexOf(text.charAt(last)) >= 0
            && digits(text, last)
            && checkCharacter(text.substring(0, last)) == 'X'
        ? text.substring(0, last) + 'X'
        : text;
  }

  private static boolean isPermit(DocumentKind kind) {
    return kind == DocumentKind.HK_MACAO_PERMIT || kind == DocumentKind.TAIWAN_PERMIT;
  }

  /** The form of a kind whose number has no check character and must be called what it is. */
  private static Optional<Pattern> ownForm(DocumentKind said) {
    return switch (said) {
      case PASSPORT -> Optional.of(PASSPORT);
      case HK_MACAO_PERMIT -> Optional.of(HK_MACAO_PERMIT);
      case TAIWAN_PERMIT -> Optional.of(TAIWAN_PERMIT);
      case RESIDENT_ID, RESIDENCE_PERMIT, PERMANENT_RESIDENCE -> Optional.empty();
    };
  }

  /** The kind whose form a text has; check character and birth date not yet looked at. */
  private static Optional<DocumentKind> formOf(String text, Optional<DocumentKind> said) {
    Optional<Pattern> own = said.flatMap(IdNumber::ownForm);
    if (own.isPresent()) {
      return own.get().matcher(text).matches() ? said : Optional.empty();
    }
    char first = text.charAt(0);
    if (text.length() == LENGTH && digits(text, LENGTH - 1) && isCheck(text.charAt(LENGTH - 1))) {
      if (first == '9') {
        return Optional.of(DocumentKind.PERMANENT_RESIDENCE);
      }
      if (text.startsWith("810000") || text.startsWith("820000") || text.startsWith("830000")) {
        return Optional.of(DocumentKind.RESIDENCE_PERMIT);
      }
      return first >= '1' && first <= '7'
          ? Optional.of(DocumentKind.RESIDENT_ID)
          : Optional.empty();
    }
    if (text.length() == OLD_LENGTH) {
      if (first >= '1' && first <= '7' && digits(text, OLD_LENGTH)) {
        return Optional.of(DocumentKind.RESIDENT_ID);
      }
      if (OLD_PERMANENT_RESIDENCE.matcher(text).matches()) {
        return Optional.of(DocumentKind.PERMANENT_RESIDENCE);
      }
    }
    return Optional.empty();
  }

  private static IdReading checked(String text, DocumentKind kind, LocalDate businessDate) {
    boolean old = text.length() == OLD_LENGTH;
    boolean dated = kind == DocumentKind.RESIDENT_ID || kind == DocumentKind.RESIDENCE_PERMIT;
    if (ownForm(kind).isPresent() || (!dated && old)) {
      return new IdReading.Read(new IdNumber(text), kind);
    }
    String seventeen =
        old ? text.substring(0, 6) + "19" + text.substring(6) : text.substring(0, LENGTH - 1);
    if (dated) {
      Optional<Reason> birthFault = birthFault(seventeen, businessDate);
      if (birthFault.isPresent()) {
        return refused(FindingCode.ID_BIRTH_DATE, birthFault.get());
      }
    }
    char check = checkCharacter(seventeen);
    if (!old && text.charAt(LENGTH - 1) != check) {
      return refused(FindingCode.ID_CHECKSUM);
    }
    return new IdReading.Read(new IdNumber(old ? seventeen + check : text), kind);
  }

  private static Optional<Reason> birthFault(String seventeen, LocalDate businessDate) {
    LocalDate birth;
    try {
      birth =
          LocalDate.of(
              Integer.parseInt(seventeen, 6, 10, 10),
              Integer.parseInt(seventeen, 10, 12, 10),
              Integer.parseInt(seventeen, 12, 14, 10));
    } catch (DateTimeException e) {
      return Optional.of(Reason.BIRTH_NO_SUCH_DAY);
    }
    if (birth.isAfter(businessDate)) {
      return Optional.of(Reason.BIRTH_FUTURE);
    }
    return birth.isBefore(EARLIEST_BIRTH) ? Optional.of(Reason.BIRTH_TOO_EARLY) : Optional.empty();
  }

  /** The check character of GB 11643 for the first 17 digits. */
  private static char checkCharacter(String seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  /** Whether the first {@code count} characters are the digits 0 to 9. */
  static boolean digits(String text, int count) {
    for (int i = 0; i < count; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCheck(char c) {
    return c == 'X' || (c >= '0' && c <= '9');
  }

  private static IdReading.Refused refused(FindingCode code) {
    return IdReading.Refused.of(RowFault.of(Field.ID_NUMBER, code));
  }

  private static IdReading.Refused refused(FindingCode code, Reason reason, String... arguments) {
    return IdReading.Refused.of(RowFault.of(Field.ID_NUMBER, code, reason, arguments));
  }
}
