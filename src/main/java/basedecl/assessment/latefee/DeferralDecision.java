package basedecl.assessment.latefee;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the agency decided on an employer's deferred months (缓缴).
 *
 * @param from first month, {@code to} last month (both inclusive)
 * @param until the last day (inclusive) to pay these months without a late fee, as decided
 * @param decidedOn the day from which (inclusive) it holds
 * @param reference the document it rests on
 * @param revokedOn the day from which (inclusive) it counts as never made
 */
public record DeferralDecision(
    String employerCode,
    YearMonth from,
    YearMonth to,
    Action action,
    LocalDate until,
    LocalDate decidedOn,
    String reference,
    Optional<LocalDate> revokedOn)
    implements AgencyDecision {

  /** A decision that stands. */
  public DeferralDecision(
      String employerCode,
      YearMonth from,
      YearMonth to,
      Action action,
      LocalDate until,
      LocalDate decidedOn,
      String reference) {
    this(employerCode, from, to, action, until, decidedOn, reference, Optional.empty());
  }

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

  @Override
  public String title() {
    return action.title();
  }

  @Override
  public boolean concerns(String employer, YearMonth month) {
    return employerCode.equals(employer) && !from.isAfter(month) && !to.isBefore(month);
  }

  /** Whether both are about the very same months until the same day. */
  public boolean isOfSameDays(DeferralDecision other) {
    return isOfSameMonths(other) && until.equals(other.until);
  }

  public boolean isOfSameMonths(DeferralDecision other) {
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
