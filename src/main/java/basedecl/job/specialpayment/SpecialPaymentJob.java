package basedecl.job.specialpayment;

import basedecl.job.support.CommonKeys;
import basedecl.job.support.JobKey;
import basedecl.job.support.JobSettings;
import basedecl.job.support.RegionJob;
import basedecl.job.support.Rulebook;
import basedecl.message.Message;
import basedecl.message.RefusedException;
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
