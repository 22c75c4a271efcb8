package basedecl.assessment.latefee;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What the agency decided on an employer's deferred months (缓缴).
 *
 * @param from first month, {@code to} last month (both inclusive)
 * @param until the last day (inclusive) to pay these months without a late fee, as decided
 * @param decidedOn the day from which (inclusive) it holds
 * @param reference the document it rests on
 */
public record DeferralDecision(
    String employerCode,
    YearMonth from,
    YearMonth to,
    Action action,
    LocalDate until,
    LocalDate decidedOn,
    String reference)
    implements AgencyDecision {

  /** What a decision does to the months it names. */
  public enum Action {
    GRANTED("缓缴"),
    PROLONGED("延长"),
    ENDED("终止");

    private final String title;

    Action(String title) {
      this.title = title;
    }

    /** The word in tables and workbooks. */
    public String title() {
      return title;
    }
  }

  boolean isOfSameMonths(DeferralDecision other) {
    return employerCode.equals(other.employerCode)
        && from.equals(other.from)
        && to.equals(other.to);
  }

  boolean overlaps(DeferralDecision other) {
    return employerCode.equals(other.employerCode)
        && !from.isAfter(other.to)
        && !to.isBefore(other.from);
  }

  @Override
  public List<String> subject() {
    return List.of(employerCode, from.toString(), to.toString(), action.name());
  }

  @Override
  public String figure() {
    return until.toString();
  }
}
