package basedecl.job.topup;

import basedecl.job.run.RegionJob;
import basedecl.job.run.Rulebook;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.policy.rule.ContributionRate;
import basedecl.policy.rule.LimitChange;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** {@code job: top-up}. */
public final class TopUpJob extends RegionJob {

  static final JobKey RETIRED = JobKey.optional("retired", JobKey.Kind.EXISTING_FILE);

  @Override
  public String name() {
    return "top-up";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.forRegion(RETIRED, CommonKeys.DRY_RUN);
  }

  /**
   * Whoever retired must be known before anything is billed, so a list of the retired that cannot
   * be read is refused; and so is a policy that tops up without a rate.
   */
  @Override
  public void check(JobSettings settings, Rulebook rules, LocalDate businessDate) {
    rules.policies().forEach(policy -> checkRates(settings.year(), policy, businessDate));
    try {
      RetiredPersons.read(settings, businessDate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkRates(int year, Policy policy, LocalDate businessDate) {
    for (int number = 1; number <= 12; number++) {
      YearMonth month = YearMonth.of(year, number);
      boolean billed =
          !month.isAfter(YearMonth.from(businessDate))
              && policy
                  .limitChangeFor(month)
                  .filter(change -> change.mode() == LimitChange.Mode.RETROACTIVE)
                  .isPresent()
              && policy.limitsFor(year, month, businessDate).isPresent();
      if (billed && policy.rateFor(month).flatMap(ContributionRate::personal).isEmpty()) {
        throw new RefusedException(
            Message.of("policy.rate-missing", policy.source(), month.toString()));
      }
    }
  }

  @Override
  public Class<?> configuration() {
    return TopUpJobConfiguration.class;
  }
}
