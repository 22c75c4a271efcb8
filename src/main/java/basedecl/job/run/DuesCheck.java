package basedecl.job.run;

import basedecl.message.Language;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.Deadline;
import basedecl.policy.rule.LateFeeRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Whether a policy says all that a month's dues and their late fees need. */
public final class DuesCheck {

  private DuesCheck() {}

  /**
   * Refuses where a month of these has no rates, or no limits known on the business date.
   *
   * @throws RefusedException naming what is missing and where to put it
   */
  public static void check(Policy policy, List<Deadline> deadlines, LocalDate businessDate) {
    for (Deadline deadline : deadlines) {
      checkRates(policy, deadline.period());
      checkLimits(policy, deadline.period(), businessDate);
    }
  }

  private static void checkRates(Policy policy, YearMonth month) {
    Optional<ContributionRate> rate = policy.rateFor(month);
    if (rate.flatMap(ContributionRate::fixed).isPresent()) {
      return;
    }
    if (rate.flatMap(ContributionRate::employer).isEmpty()) {
      throw rateMissing(policy, month, "employer");
    }
    if (rate.flatMap(ContributionRate::personal).isEmpty()) {
      throw rateMissing(policy, month, "personal");
    }
  }

  private static void checkLimits(Policy policy, YearMonth month, LocalDate businessDate) {
    if (policy.limitsFor(month.getYear(), month, businessDate).isEmpty()) {
      throw refused(
          "latefee.limits-missing", policy.source(), month.toString(), businessDate.toString());
    }
  }

  private static RefusedException rateMissing(Policy policy, YearMonth month, String part) {
    return refused(
        "latefee.rate-missing",
        policy.source(),
        month.toString(),
        Message.of("latefee.part." + part).in(Language.ZH),
        part);
  }

  /** Refuses where no rule says what is late when this deadline has passed. */
  public static void checkLateFees(Policy policy, Deadline first) {
    LocalDate firstLateDay = first.date().plusDays(1);
    List<LateFeeRule> rules = policy.lateFees();
    if (rules.isEmpty()) {
      throw refused("policy.late-fee-missing");
    }
    if (rules.stream().allMatch(rule -> rule.from().isAfter(firstLateDay))) {
      throw refused(
          "policy.late-fee-too-early", firstLateDay.toString(), rules.get(0).from().toString());
    }
  }

  private static RefusedException refused(String key, String... arguments) {
    return new RefusedException(Message.of(key, arguments));
  }
}
