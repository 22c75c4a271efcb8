package basedecl.assessment.flexible;

import basedecl.cell.CellFaults;
import basedecl.finding.FindingCode;
import basedecl.finding.Reason;
import basedecl.money.Money;
import basedecl.person.Birth;
import basedecl.person.IdNumber;
import basedecl.policy.InsuranceKind;
import basedecl.policy.NationalRules;
import basedecl.policy.Policy;
import basedecl.policy.rule.AnnualTiers;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether somebody may choose a base from a month on (domain 7): the month lies in the contribution
 * year and its limits are known on the business date; the base lies within them (one outside is
 * refused, never clamped); the age is right. Where the policy forbids back payment no month before
 * that of the business date can be chosen. Residents choose one of the tiers that the policy lists;
 * of those between two ends that a document leaves unnamed none can be taken.
 */
public record ElectionCheck(
    Policy policy, InsuranceKind kind, NationalRules national, int year, LocalDate businessDate) {

  /** Checks the month alone; true where it can be chosen. */
  public boolean month(YearMonth from, CellFaults faults) {
    if (from.getYear() != year) {
      faults.add(FindingCode.PERIOD_INVALID, Reason.MONTH_OTHER_YEAR, Integer.toString(year));
      return false;
    }
    if (limits(from).isEmpty() && tiers(from).isEmpty()) {
      faults.add(FindingCode.PERIOD_INVALID, Reason.MONTH_NO_LIMITS, businessDate.toString());
      return false;
    }
    boolean backPayment = policy.backPaymentFor(from).map(rule -> rule.allowed()).orElse(true);
    if (!backPayment && from.isBefore(YearMonth.from(businessDate))) {
      faults.add(FindingCode.PERIOD_INVALID, Reason.MONTH_BACK_PAYMENT, businessDate.toString());
      return false;
    }
    return true;
  }

  /** Checks a base for a month that can be chosen. */
  public void base(Money base, YearMonth from, CellFaults faults) {
    tiers(from)
        .filter(tiers -> !tiers.known().contains(base))
        .ifPresent(
            tiers ->
                faults.add(
                    FindingCode.TIER_UNKNOWN,
                    base.toString(),
                    tiers.known().stream().map(Money::toString).collect(Collectors.joining("、"))));
    limits(from)
        .map(PublishedLimits::limits)
        .filter(limits -> !limits.contains(base))
        .ifPresent(
            limits ->
                faults.add(
                    FindingCode.BASE_OUTSIDE_LIMITS,
                    limits.lower().toString(),
                    limits.upper().toString()));
  }

  /**
   * Checks the age that an identity number tells. Of residents only the least age is checked: no
   * document here says until when they pay.
   */
  public void age(IdNumber number, YearMonth from, CellFaults faults) {
    Optional<Birth> birth = Birth.of(number);
    if (birth.isEmpty()) {
      faults.add(FindingCode.NOT_ELIGIBLE_AGE, Reason.AGE_UNKNOWN);
      return;
    }
    FlexibleAge.Verdict verdict = new FlexibleAge(policy, national).in(from, birth.get());
    if (verdict instanceof FlexibleAge.Verdict.TooYoung young) {
      faults.add(
          FindingCode.NOT_ELIGIBLE_AGE, Reason.AGE_TOO_YOUNG, Integer.toString(young.years()));
    } else if (verdict instanceof FlexibleAge.Verdict.RetirementAge retired
        && kind.tierTitle().isEmpty()) {
      faults.add(FindingCode.NOT_ELIGIBLE_AGE, Reason.AGE_RETIRED, retired.reached().toString());
    }
  }

  private Optional<AnnualTiers> tiers(YearMonth month) {
    return policy.tiersFor(kind, month);
  }

  private Optional<PublishedLimits> limits(YearMonth month) {
    return policy.limitsFor(year, month, businessDate);
  }
}
