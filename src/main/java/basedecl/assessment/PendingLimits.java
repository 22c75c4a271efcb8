package basedecl.assessment;

import basedecl.money.Money;
import basedecl.policy.rule.PublishedLimits;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Limits that are known and hold, and by which somebody is not charged yet because limit-change was
 * never run for them. Counts and sums are of the people whose base becomes another, a month's
 * figures in yuan.
 *
 * @param from the first month they should be charged in
 * @param limits those of the latest such month
 * @param charged the bases as charged now
 * @param known the bases by the limits known
 */
public record PendingLimits(
    YearMonth from,
    PublishedLimits limits,
    long employers,
    long persons,
    Money charged,
    Money known,
    Dues chargedDues,
    Dues knownDues) {

  /** These people and those. */
  public PendingLimits plus(PendingLimits other) {
    return new PendingLimits(
        from.isBefore(other.from) ? from : other.from,
        limits.from().isBefore(other.limits.from()) ? other.limits : limits,
        employers + other.employers,
        persons + other.persons,
        charged.plus(other.charged),
        known.plus(other.known),
        chargedDues.plus(other.chargedDues),
        knownDues.plus(other.knownDues));
  }

  /** What the bases become more a month, negative where less. */
  public Money difference() {
    return known.minus(charged);
  }

  /** What both parts of the dues become more a month; empty where a rate is missing. */
  public Optional<Money> duesDifference() {
    return chargedDues.total().flatMap(was -> knownDues.total().map(is -> is.minus(was)));
  }
}
