package basedecl.finding;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why a finding was made, where its code alone does not say. The phrase of each stands in {@code
 * messages-finding*.properties} under {@code finding.reason.WORD} and may use the arguments of the
 * finding. Being a type of its own, it is never mistaken for an argument that happens to be spelled
 * alike, such as an employer's code {@code pdf}.
 */
public enum Reason {
  // A file that is refused as a whole.
  EMPTY("empty"),
  NOT_A_FILE("not-a-file"),
  ZIP("zip"),
  RAR("rar"),
  SEVEN_ZIP("7z"),
  GZIP("gzip"),
  DOCX("docx"),
  PPTX("pptx"),
  DOC("doc"),
  PPT("ppt"),
  OTHER_OFFICE("office"),
  OLE("ole2"),
  PDF("pdf"),
  IMAGE("image"),
  RTF("rtf"),
  XML("xml"),
  PROGRAM("program"),
  BINARY("binary"),
  XLSB("xlsb"),
  ODS("ods"),
  NUMBERS("numbers"),
  OLD_XLS("old-xls"),
  ET("et"),
  HTML("html"),
  MHTML("mhtml"),
  SYLK("sylk"),
  DBF("dbf"),
  ZIP_METHOD("zip-method"),
  ENCRYPTED_XLSX("encrypted-xlsx"),
  ENCRYPTED_XLS("encrypted-xls"),
  ENCRYPTED_ZIP("encrypted-zip"),
  DRM("drm"),
  TRUNCATED("truncated"),
  ZEROS("zeros"),
  CHECKSUM("checksum"),
  CONTAINER("container"),
  CONTENT("content"),
  GONE("gone"),
  ENCODING("encoding"),
  QUOTES("quotes"),
  BOMB("bomb"),
  DOCTYPE("doctype"),
  DUPLICATE_ENTRIES("duplicate-entries"),
  OVERLAPPING_ENTRIES("overlapping-entries"),
  ENTRY_NAME("entry-name"),
  EXTERNAL_PART("external-part"),
  ENDS_PROCESSES("ends-processes"),
  FILE_BYTES("file-bytes"),
  INFLATED_BYTES("inflated-bytes"),
  ENTRIES("entries"),
  CELL_CHARACTERS("cell-characters"),
  COLUMNS("columns"),
  ROWS("rows"),
  SECONDS("seconds"),
  MEMORY("memory"),
  DIF("dif"),
  UOF("uof"),
  NOT_STORED("not-stored"),
  CHANGED("changed"),
  NOT_READABLE("not-readable"),

  // A header that was not found.
  HEADER_MISSING("header-missing"),
  HEADER_SEEN("header-seen"),
  HEADER_NEAREST("header-nearest"),
  HEADER_OTHER("header-other"),

  // Employers, and rows without one.
  EMPLOYER_BY_FOLDER("employer-by-folder"),
  NO_SUBSIDY("no-subsidy"),
  PENSION_INSURED("pension-insured"),
  CODE_NOWHERE("code-nowhere"),
  CODE_BLANK("code-blank"),
  CODE_DITTO("code-ditto"),
  CODE_NOT_TEXT("code-not-text"),
  CODE_CUT_OFF("code-cut-off"),
  CODE_TOO_LONG("code-too-long"),
  CODE_UNDIVIDED("code-undivided"),
  EMPLOYER_NAME_TOO_LONG("employer-name-too-long"),
  PEOPLE_WITHOUT_CODE("people-without-code"),
  CODE_WITHOUT_ZEROS("code-without-zeros"),
  CODE_MISTYPED("code-mistyped"),

  // A person, by name and document.
  NAME_BLANK("name-blank"),
  NAME_NO_LETTER("name-no-letter"),
  NAME_TOO_LONG("name-too-long"),
  DOCUMENT_KIND_UNKNOWN("document-kind-unknown"),
  ID_NOT_TEXT("id-not-text"),
  ID_FORM("id-form"),
  ID_KIND_MISMATCH("id-kind-mismatch"),
  BIRTH_NO_SUCH_DAY("birth-no-such-day"),
  BIRTH_FUTURE("birth-future"),
  BIRTH_TOO_EARLY("birth-too-early"),
  ROW_OF_FILE("row-of-file"),
  ROW_OF_SHEET("row-of-sheet"),
  ID_KIND_NEEDED("id-kind-needed"),

  DECLARED_AS_STAFF("declared-as-staff"),
  DECLARED_AS_RETIREE("declared-as-retiree"),

  // Wages.
  WAGE_TEXT("wage-text"),
  WAGE_DATE("wage-date"),
  WAGE_SEPARATORS("wage-separators"),
  WAGE_UNIT("wage-unit"),
  WAGE_SCIENTIFIC("wage-scientific"),
  MONTHS_BLANK("months-blank"),
  MONTHS_RANGE("months-range"),
  STOP_NOT_AFTER("stop-not-after"),
  RESULT_OUT_OF_DATE("result-out-of-date"),
  WAGES_LOW("wages-low"),
  WAGES_HIGH("wages-high"),
  WAGES_CONTRADICT("wages-contradict"),

  // A column by its title.
  COLUMN_EMPLOYER_CODE("column-EMPLOYER_CODE"),
  COLUMN_CREDIT_CODE("column-CREDIT_CODE"),
  COLUMN_SERVED_FROM("column-SERVED_FROM"),
  COLUMN_SERVED_UNTIL("column-SERVED_UNTIL"),
  COLUMN_NAME("column-NAME"),
  COLUMN_DOCUMENT_KIND("column-DOCUMENT_KIND"),
  COLUMN_ID_NUMBER("column-ID_NUMBER"),
  COLUMN_WAGE("column-WAGE"),
  COLUMN_YEAR_TOTAL("column-YEAR_TOTAL"),
  COLUMN_MONTHS_PAID("column-MONTHS_PAID"),
  COLUMN_PENSION("column-PENSION"),
  COLUMN_MONTH_1("column-MONTH_1"),
  COLUMN_MONTH_2("column-MONTH_2"),
  COLUMN_MONTH_3("column-MONTH_3"),
  COLUMN_MONTH_4("column-MONTH_4"),
  COLUMN_MONTH_5("column-MONTH_5"),
  COLUMN_MONTH_6("column-MONTH_6"),
  COLUMN_MONTH_7("column-MONTH_7"),
  COLUMN_MONTH_8("column-MONTH_8"),
  COLUMN_MONTH_9("column-MONTH_9"),
  COLUMN_MONTH_10("column-MONTH_10"),
  COLUMN_MONTH_11("column-MONTH_11"),
  COLUMN_MONTH_12("column-MONTH_12"),
  COLUMN_SERIAL("column-SERIAL"),
  COLUMN_EMPLOYER_NAME("column-EMPLOYER_NAME"),
  COLUMN_SIGNATURE("column-SIGNATURE"),
  COLUMN_REMARKS("column-REMARKS"),

  // Payments, elections, approved amounts.
  PERIOD_BLANK("period-blank"),
  PERIOD_TEXT("period-text"),
  PERIOD_OTHER_YEAR("period-other-year"),
  DATE_BLANK("date-blank"),
  DATE_TEXT("date-text"),
  DATE_LONG_BEFORE_PERIOD("date-long-before-period"),
  AMOUNT_BLANK("amount-blank"),
  AMOUNT_TEXT("amount-text"),
  AMOUNT_NOT_POSITIVE("amount-not-positive"),
  AMOUNT_TOO_PRECISE("amount-too-precise"),
  AMOUNT_TOO_LARGE("amount-too-large"),
  PAYMENT_SAME_SERIAL("payment-same-serial"),
  PAYMENT_OTHER_CONTENT("payment-other-content"),
  PAYMENT_SAME_LINE("payment-same-line"),
  MONTH_BLANK("month-blank"),
  MONTH_UNREADABLE("month-unreadable"),
  MONTH_OTHER_YEAR("month-other-year"),
  MONTH_NO_LIMITS("month-no-limits"),
  MONTH_BACK_PAYMENT("month-back-payment"),
  MONTH_INTERRUPTED("month-interrupted"),
  MONTH_NOT_CHOSEN("month-not-chosen"),
  MONTH_PASSED("month-passed"),
  DATE_OTHER_YEAR("date-other-year"),
  FAILURE_TOO_LONG("failure-too-long"),
  AGE_TOO_YOUNG("age-too-young"),
  AGE_RETIRED("age-retired"),
  AGE_UNKNOWN("age-unknown"),
  DAY_BLANK("day-blank"),
  DAY_UNREADABLE("day-unreadable"),
  DAY_AHEAD("day-ahead"),
  MONTH_REVERSED("month-reversed"),
  MONTH_AHEAD("month-ahead"),
  AMOUNT_ZERO("amount-zero"),
  REFUND_TOO_LARGE("refund-too-large"),
  REFUND_EARLY("refund-early"),
  REFUND_OTHER_DUE("refund-other-due"),
  TYPE_TOO_LONG("type-too-long"),
  LATE_FEE_ABOVE_AMOUNT("late-fee-above-amount"),
  SERIAL_TOO_LONG("serial-too-long"),
  BASIS_TOO_LONG("basis-too-long"),

  // What the agency decides on overpaid money and on deferred months.
  OVERPAID_LESS("overpaid-less"),
  OVERPAID_NOT_DUE("overpaid-not-due"),
  OVERPAID_UNKNOWN("overpaid-unknown"),
  TARGET_MISSING("target-missing"),
  TARGET_NOT_WANTED("target-not-wanted"),
  TARGET_SAME("target-same"),
  TARGET_OTHER_YEAR("target-other-year"),
  DEFERRAL_BEFORE_DEADLINE("deferral-before-deadline"),
  DEFERRAL_NOT_LATER("deferral-not-later"),
  DEFERRAL_NOT_EARLIER("deferral-not-earlier"),
  DEFERRAL_ENDED_BACK("deferral-ended-back"),
  REVOKED_COLLECTED("revoked-collected"),
  REVOKED_PAID("revoked-paid"),
  REVOKED_DECIDED("revoked-decided"),
  DECISION_OUT_OF_ORDER("decision-out-of-order"),
  TEXT_OVER_100("text-over-100"),

  // Steps of the procedure and what must be handed in.
  MATERIAL_EMPTY("material-empty"),
  MATERIAL_NOT_A_SCAN("material-not-a-scan"),
  MATERIAL_TOO_LARGE("material-too-large"),
  MATERIAL_LINK("material-link"),
  MATERIAL_SPECIAL("material-special"),
  MATERIAL_UNREADABLE("material-unreadable"),
  MISSING_SUMMARY("missing-summary"),
  MISSING_DETAIL("missing-detail"),
  MISSING_BOTH("missing-both"),
  NOT_DECLARED("not-declared"),

  // Changes of employers.
  ENDED_CLOSED("ended-closed"),
  ENDED_MERGED("ended-merged"),
  NEW_NAME_NEEDED("new-name-needed"),
  NEW_AGENCY_NEEDED("new-agency-needed"),
  MERGED_INTO_NEEDED("merged-into-needed"),
  SPLIT_OFF_NEEDED("split-off-needed"),
  SPLIT_OFF_NAME_NEEDED("split-off-name-needed"),
  CHANGE_WITH_ITSELF("change-with-itself"),
  CHANGE_IN_A_CIRCLE("change-in-a-circle"),
  CHANGE_OF_THE_SAME_DAY("change-of-the-same-day"),
  CHANGE_BEFORE_ANOTHER("change-before-another"),

  /** Others of the same code that are not listed; the argument is their number. */
  LEFT_OUT("left-out");

  private static final Map<String, Reason> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Reason::word, Function.identity()));

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /** A short word for the ledger and the message files, stable. */
  public String word() {
    return word;
  }

  public static Optional<Reason> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
