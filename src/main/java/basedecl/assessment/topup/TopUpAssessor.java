package basedecl.assessment.topup;

import basedecl.assessment.AssessedMonths;
import basedecl.assessment.BaseAssessor;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.money.Money;
import basedecl.money.Rate;
import basedecl.money.Rounding;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.LimitChange;
import basedecl.policy.rule.PublishedLimits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What final limits make flexible workers top up for the months already assessed (domain 6): per
 * month the difference between the elected base within the new limits and the base assessed, times
 * that month's personal rate. An elected base was rounded when it was assessed and is not rounded
 * again, so that only the limits make a difference.
 */
public record TopUpAssessor(Policy policy) {

  /**
   * @param businessDate the day the limits are known on; its month is the last one assessed
   */
  public TopUpOutcome assess(AssessedMonths assessed, LocalDate businessDate) {
    Optional<LimitChange> rule = policy.limitChangeFor(assessed.from());
    if (rule.isEmpty() || rule.get().mode() != LimitChange.Mode.RETROACTIVE) {
      return new TopUpOutcome.LeftOut(TopUpOutcome.Reason.NOT_RETROACTIVE);
    }
    LimitChange change = rule.get();
    if (change.retiredInYear() == LimitChange.RetiredInYear.EXCLUDED
        && retiredInYear(assessed, businessDate)) {
      return new TopUpOutcome.LeftOut(TopUpOutcome.Reason.RETIRED_IN_YEAR);
    }
    YearMonth last = assessed.last(YearMonth.from(businessDate));
    if (last.isBefore(assessed.from())) {
      return new TopUpOutcome.LeftOut(
          assessed.stoppedFrom().isPresent()
              ? TopUpOutcome.Reason.STOPPED
              : TopUpOutcome.Reason.NOT_ASSESSED_HERE);
    }
    List<TopUpLine> lines = lines(assessed, last, businessDate, change);
    return lines.isEmpty()
        ? new TopUpOutcome.LeftOut(TopUpOutcome.Reason.ALREADY_AT_OR_ABOVE)
        : new TopUpOutcome.Due(lines, change.until());
  }

  /**
   * Whether a month that was billed is still assessed at the base it was billed for: neither voided
   * nor chosen anew at another base, and not taken out by a retirement. Later months than that of
   * the business date count, so that an earlier business date takes nothing back.
   */
  public boolean stands(AssessedMonths assessed, TopUpLine billed, LocalDate businessDate) {
    boolean excluded =
        policy
            .limitChangeFor(assessed.from())
            .filter(rule -> rule.retiredInYear() == LimitChange.RetiredInYear.EXCLUDED)
            .filter(rule -> retiredInYear(assessed, businessDate))
            .isPresent();
    YearMonth month = billed.month();
    return !excluded
        && assessed.base().equals(billed.assessedBase())
        && !month.isBefore(assessed.from())
        && !month.isAfter(assessed.last(YearMonth.of(assessed.from().getYear(), 12)));
  }

  private static boolean retiredInYear(AssessedMonths assessed, LocalDate businessDate) {
    return assessed
        .retiredIn()
        .filter(r -> r.getYear() == assessed.from().getYear())
        .filter(r -> !r.isAfter(YearMonth.from(businessDate)))
        .isPresent();
  }

  private List<TopUpLine> lines(
      AssessedMonths assessed, YearMonth last, LocalDate businessDate, LimitChange change) {
    List<TopUpLine> lines = new ArrayList<>();
    for (YearMonth m = assessed.from(); !m.isAfter(last); m = m.plusMonths(1)) {
      Optional<PublishedLimits> limits = policy.limitsFor(m.getYear(), m, businessDate);
      if (limits.isPresent()) {
        Money newBase =
            new BaseAssessor(limits.get().limits(), Rounding.FEN_HALF_UP)
                .assess(assessed.base())
                .amount();
        Money difference = newBase.minus(assessed.base());
        if (isBilled(difference, change)) {
          Rate rate = rate(m);
          lines.add(
              new TopUpLine(m, assessed.base(), newBase, difference, rate, difference.times(rate)));
        }
      }
    }
    return lines;
  }

  private static boolean isBilled(Money difference, LimitChange change) {
    return difference.signum() > 0
        || (difference.signum() < 0 && change.decrease() == LimitChange.Decrease.REFUND);
  }

  private Rate rate(YearMonth month) {
    return policy
        .rateFor(month)
        .flatMap(ContributionRate::personal)
        .orElseThrow(
            () ->
                new RefusedException(
                    Message.of("policy.rate-missing", policy.source(), month.toString())));
  }
}
