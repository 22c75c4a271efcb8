package basedecl.declaration;

/**
 * The stable codes of findings (contract 6). Each has a sentence and a remedy in both languages in
 * {@code messages-finding*.properties}, which {@link FindingText} reads.
 */
public enum FindingCode {
  FILE_EMPTY,
  FILE_NOT_A_SPREADSHEET,
  FILE_UNSUPPORTED_FORMAT,
  FILE_ENCRYPTED,
  FILE_DAMAGED,
  FILE_UNSAFE,
  FILE_TOO_LARGE,
  FILE_DUPLICATE(Severity.NOTICE),
  HEADER_NOT_FOUND,
  HEADER_AMBIGUOUS,
  NO_ROWS,
  EMPLOYER_MISSING,
  EMPLOYER_UNKNOWN,
  EMPLOYER_DUPLICATE,
  EMPLOYER_NOT_ELIGIBLE,
  DECLARATION_CLOSED,
  NAME_MISSING,
  ID_MISSING,
  ID_INVALID,
  ID_CHECKSUM,
  ID_BIRTH_DATE,
  ID_PRECISION_LOST,
  PERSON_DUPLICATE,
  WAGE_MISSING,
  WAGE_NOT_A_NUMBER,
  WAGE_NOT_POSITIVE,
  WAGE_TOO_PRECISE,
  WAGE_IMPLAUSIBLE,
  FORMULA_NOT_CALCULATED,
  CELL_ERROR,
  MONTHS_INVALID,
  SIGNATURE_MISSING(Severity.WARNING),
  PERSON_IN_TWO_EMPLOYERS(Severity.WARNING),
  WAGE_BELOW_MINIMUM_WAGE(Severity.WARNING),
  HIDDEN_ROWS(Severity.WARNING),
  BASE_OUTSIDE_LIMITS,
  NOT_ELIGIBLE_AGE,
  ELECTION_EXISTS,
  ELECTION_MISSING,
  KIND_UNKNOWN,
  PERIOD_INVALID,
  DATE_INVALID,
  AMOUNT_INVALID,
  SERIAL_INVALID,
  PAYMENT_DUPLICATE(Severity.NOTICE),
  CHARGE_EXISTS,
  CHARGE_UNKNOWN,
  DECISION_UNKNOWN,
  STEP_OUT_OF_TURN,
  MATERIALS_INCOMPLETE,
  MATERIAL_INVALID,
  MATERIAL_UNCHANGED(Severity.WARNING),
  LINE_ALREADY_USED(Severity.NOTICE);

  private final Severity severity;

  FindingCode() {
    this(Severity.ERROR);
  }

  FindingCode(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
