package basedecl.finding;

/**
 * The stable codes of findings (contract 6). Each has a sentence and a remedy in both languages in
 * {@code messages-finding*.properties}, which {@link FindingText} reads.
 */
public enum FindingCode {
  FILE_EMPTY(Scope.FILE),
  FILE_NOT_A_SPREADSHEET(Scope.FILE),
  FILE_UNSUPPORTED_FORMAT(Scope.FILE),
  FILE_ENCRYPTED(Scope.FILE),
  FILE_DAMAGED(Scope.FILE),
  FILE_UNSAFE(Scope.FILE),
  FILE_TOO_LARGE(Scope.FILE),
  FILE_DUPLICATE(Scope.FILE, Severity.NOTICE),
  HEADER_NOT_FOUND(Scope.DECLARATION),
  HEADER_AMBIGUOUS(Scope.DECLARATION),
  UNIT_NOT_YUAN(Scope.DECLARATION),
  NO_ROWS(Scope.DECLARATION),
  EMPLOYER_MISSING(Scope.DECLARATION),
  EMPLOYER_UNKNOWN(Scope.DECLARATION),
  EMPLOYER_NOT_ELIGIBLE(Scope.DECLARATION),
  EMPLOYER_INCOMPLETE(Scope.DECLARATION),
  DECLARATION_CLOSED(Scope.DECLARATION),
  APPROVED_IN_FORCE(Scope.DECLARATION, Severity.NOTICE),
  NAME_MISSING(Scope.DECLARATION),
  ID_MISSING(Scope.DECLARATION),
  ID_INVALID(Scope.DECLARATION),
  ID_CHECKSUM(Scope.DECLARATION),
  ID_BIRTH_DATE(Scope.DECLARATION),
  ID_PRECISION_LOST(Scope.DECLARATION),
  PERSON_DUPLICATE(Scope.DECLARATION),
  WAGE_MISSING(Scope.DECLARATION),
  WAGE_NOT_A_NUMBER(Scope.DECLARATION),
  WAGE_NOT_POSITIVE(Scope.DECLARATION),
  WAGE_TOO_PRECISE(Scope.DECLARATION),
  WAGE_IMPLAUSIBLE(Scope.DECLARATION),
  FORMULA_NOT_CALCULATED(Scope.DECLARATION),
  CELL_ERROR(Scope.DECLARATION),
  MONTHS_INVALID(Scope.DECLARATION),
  ROW_TOO_WIDE(Scope.DECLARATION),
  SAMPLE_ROW(Scope.DECLARATION),
  TEXT_TOO_LONG(Scope.DECLARATION),
  SIGNATURE_MISSING(Scope.DECLARATION, Severity.WARNING),
  PERSON_IN_TWO_EMPLOYERS(Scope.DECLARATION, Severity.WARNING),
  PERSON_STAFF_AND_RETIREE(Scope.DECLARATION, Severity.WARNING),
  WAGE_BELOW_MINIMUM_WAGE(Scope.DECLARATION, Severity.WARNING),
  HIDDEN_ROWS(Scope.DECLARATION, Severity.WARNING),
  HIDDEN_COLUMN(Scope.DECLARATION, Severity.WARNING),
  HIDDEN_SHEET(Scope.DECLARATION, Severity.WARNING),
  WAGES_UNLIKELY(Scope.DECLARATION, Severity.WARNING),
  YEAR_UNLIKELY(Scope.DECLARATION, Severity.WARNING),
  TEXT_SHORTENED(Scope.DECLARATION, Severity.NOTICE),
  PERSON_PAST_RETIREMENT_AGE(Scope.DECLARATION, Severity.NOTICE),
  RETIREE_BELOW_RETIREMENT_AGE(Scope.DECLARATION, Severity.NOTICE),
  EMPLOYER_DUPLICATE(Scope.SUBMITTED),
  BASE_OUTSIDE_LIMITS(Scope.SUBMITTED),
  NOT_ELIGIBLE_AGE(Scope.SUBMITTED),
  ELECTION_EXISTS(Scope.SUBMITTED),
  ELECTION_MISSING(Scope.SUBMITTED),
  KIND_UNKNOWN(Scope.SUBMITTED),
  PERIOD_INVALID(Scope.SUBMITTED),
  DATE_INVALID(Scope.SUBMITTED),
  AMOUNT_INVALID(Scope.SUBMITTED),
  SERIAL_INVALID(Scope.SUBMITTED),
  PAYMENT_DUPLICATE(Scope.SUBMITTED, Severity.NOTICE),
  PAYMENT_CONFLICT(Scope.SUBMITTED, Severity.ERROR),
  PAYMENT_AHEAD(Scope.SUBMITTED, Severity.NOTICE),
  CHARGE_EXISTS(Scope.SUBMITTED),
  CHARGE_UNKNOWN(Scope.SUBMITTED),
  DECISION_UNKNOWN(Scope.SUBMITTED),
  OPINION_MISSING(Scope.SUBMITTED),
  STEP_OUT_OF_TURN(Scope.SUBMITTED),
  MATERIALS_INCOMPLETE(Scope.SUBMITTED),
  MATERIAL_INVALID(Scope.SUBMITTED),
  MATERIAL_UNCHANGED(Scope.SUBMITTED, Severity.NOTICE),
  LINE_ALREADY_USED(Scope.SUBMITTED, Severity.NOTICE);

  /** What a finding is about. */
  public enum Scope {
    /** The file as such: nothing in it was read. */
    FILE,
    /** What a declaration holds: its sheets, employers and rows. */
    DECLARATION,
    /** A line of another submitted table, a scan, or a step of the procedure. */
    SUBMITTED
  }

  private final Scope scope;
  private final Severity severity;

  FindingCode(Scope scope) {
    this(scope, Severity.ERROR);
  }

  FindingCode(Scope scope, Severity severity) {
    this.scope = scope;
    this.severity = severity;
  }

  public Scope scope() {
    return scope;
  }

  public Severity severity() {
    return severity;
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
