package basedecl.ledger.draft;

import basedecl.person.DocumentKind;
import java.util.stream.Stream;

/**
 * A person's row of a draft, its texts just as they were typed.
 *
 * @param wage a month's, or the pension
 * @param servedFrom 起缴月份, the first month that counts; empty for most
 * @param servedUntil 停缴月份, the first that counts no longer; likewise
 */
public record DraftRow(
    String name,
    DocumentKind documentKind,
    String idNumber,
    String wage,
    String servedFrom,
    String servedUntil,
    String remarks) {

  /** Characters that a text may have, as the forms of the web count them. */
  public static final int LONGEST_NAME = 100;

  public static final int LONGEST_NUMBER = 50;
  public static final int LONGEST_WAGE = 50;
  public static final int LONGEST_MONTH = 20;
  public static final int LONGEST_REMARKS = 200;

  /** A row to be filled in. */
  public static final DraftRow BLANK =
      new DraftRow("", DocumentKind.RESIDENT_ID, "", "", "", "", "");

  public boolean isBlank() {
    return Stream.of(name, idNumber, wage, servedFrom, servedUntil, remarks)
        .allMatch(String::isBlank);
  }

  /** Whether there is room for its texts. */
  public boolean fits() {
    return name.length() <= LONGEST_NAME
        && idNumber.length() <= LONGEST_NUMBER
        && wage.length() <= LONGEST_WAGE
        && servedFrom.length() <= LONGEST_MONTH
        && servedUntil.length() <= LONGEST_MONTH
        && remarks.length() <= LONGEST_REMARKS;
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "row";
  }
}
