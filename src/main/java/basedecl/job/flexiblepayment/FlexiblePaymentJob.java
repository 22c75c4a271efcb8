package basedecl.job.flexiblepayment;

import basedecl.job.run.RegionJob;
import basedecl.job.run.Rulebook;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.policy.Policy;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** {@code job: flexible-payment}. */
public final class FlexiblePaymentJob extends RegionJob {

  static final JobKey PAYMENTS = JobKey.required("payments", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  /** How many days before the last day to pay somebody is reminded. */
  static final JobKey REMIND_DAYS = JobKey.withDefault("remind-days", JobKey.Kind.COUNT, "10");

  private static final int MOST_DAYS = 366;

  @Override
  public String name() {
    return "flexible-payment";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.forRegion(PAYMENTS, REMIND_DAYS, CommonKeys.DRY_RUN);
  }

  @Override
  public void check(JobSettings settings, Rulebook rules, LocalDate businessDate) {
    int year = settings.year();
    if (year > businessDate.getYear()) {
      throw new RefusedException(
          Message.of("flexible.year-ahead", Integer.toString(year), businessDate.toString()));
    }
    if (settings.count(REMIND_DAYS) > MOST_DAYS) {
      throw new RefusedException(Message.of("flexible.remind-days", Integer.toString(MOST_DAYS)));
    }
    rules.policies().forEach(policy -> checkRates(policy, year, businessDate));
  }

  /** What is due cannot be told without a rate for every month that has limits. */
  private static void checkRates(Policy policy, int year, LocalDate knownOn) {
    for (int month = 1; month <= 12; month++) {
      YearMonth asked = YearMonth.of(year, month);
      boolean missing =
          policy.limitsFor(year, asked, knownOn).isPresent()
              && policy.rateFor(asked).flatMap(rate -> rate.personal()).isEmpty();
      if (missing) {
        throw new RefusedException(
            Message.of("policy.rate-missing", policy.source(), asked.toString()));
      }
    }
  }

  @Override
  public Class<?> configuration() {
    return FlexiblePaymentJobConfiguration.class;
  }
}
