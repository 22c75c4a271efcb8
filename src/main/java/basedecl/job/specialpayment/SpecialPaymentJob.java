package basedecl.job.specialpayment;

import basedecl.job.run.RegionJob;
import basedecl.job.run.Rulebook;
import basedecl.message.Message;
import basedecl.message.RefusedException;
import basedecl.settings.CommonKeys;
import basedecl.settings.JobKey;
import basedecl.settings.JobSettings;
import java.time.LocalDate;
import java.util.List;

/** {@code job: special-payment}. */
public final class SpecialPaymentJob extends RegionJob {

  static final JobKey APPROVED = JobKey.optional("approved", JobKey.Kind.EXISTING_FILE_OR_FOLDER);
  static final JobKey PAYMENTS = JobKey.optional("payments", JobKey.Kind.EXISTING_FILE_OR_FOLDER);

  @Override
  public String name() {
    return "special-payment";
  }

  @Override
  public List<JobKey> keys() {
    return CommonKeys.forRegion(APPROVED, PAYMENTS);
  }

  @Override
  public void check(JobSettings settings, Rulebook rules, LocalDate businessDate) {
    if (settings.year() > businessDate.getYear()) {
      throw new RefusedException(
          Message.of(
              "flexible.year-ahead", Integer.toString(settings.year()), businessDate.toString()));
    }
  }

  @Override
  public Class<?> configuration() {
    return SpecialPaymentJobConfiguration.class;
  }
}
